// title: The best number on each benchmark and metric
// The greatest absolute value that any paper reports for a benchmark, metric and unit, who reached it, and where it says so.
// For a metric of which less is better, order the other way round.
// $limit = 50: the most rows
MATCH (top:Result)-[:`ON`]->(b:Benchmark|Dataset), (top)-[:MEASURES]->(m:Metric)
WHERE top.kind = 'absolute'
WITH b.key AS benchmark, m.key AS metric, coalesce(top.unit, '') AS unit, max(top.value) AS best
MATCH (b:Benchmark|Dataset)<-[:`ON`]-(r:Result)-[:MEASURES]->(m:Metric)
WHERE b.key = benchmark AND m.key = metric AND coalesce(r.unit, '') = unit
  AND r.kind = 'absolute' AND r.value = best
MATCH (r)-[of:OF]->(s)
RETURN b.name AS benchmark, m.name AS metric, r.name AS result, s.name AS subject,
  of.paper AS paper, of.sentence AS sentence
ORDER BY benchmark, metric, result, subject, paper, sentence LIMIT $limit
