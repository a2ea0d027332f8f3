// title: By how much one thing beat another
// Gains, reductions and ratios with the baseline that they are told against, the greatest first.
// $unit = "%": what is counted, "%", "points" or "x" (times)
// $limit = 50: the most rows
MATCH (r:Result)-[of:OF]->(s:Method|Model), (r)-[:AGAINST]->(base:Method|Model)
WHERE r.kind <> 'absolute' AND r.unit = $unit
OPTIONAL MATCH (r)-[:`ON`]->(b:Benchmark|Dataset)
OPTIONAL MATCH (r)-[:MEASURES]->(m:Metric)
RETURN s.name AS subject, base.name AS baseline, r.name AS result, r.value AS value, m.name AS metric,
  b.name AS benchmark, of.paper AS paper, of.sentence AS sentence
ORDER BY value DESC, subject, baseline, paper, of.start, result, coalesce(metric, ''),
  coalesce(benchmark, '') LIMIT $limit
