// title: Every number on a benchmark
// What is reported there, of which method or model, by which metric, with the sentence: scores first, then gains, ratios and reductions, the greatest first.
// $benchmark: the benchmark or dataset
MATCH (r:Result)-[held:`ON`]->(b:Benchmark|Dataset)
WHERE toLower(b.name) = toLower($benchmark)
OPTIONAL MATCH (r)-[:OF]->(s:Method|Model)
OPTIONAL MATCH (r)-[:MEASURES]->(m:Metric)
RETURN r.kind AS kind, m.name AS metric, r.name AS result, r.value AS value, s.name AS subject,
  held.paper AS paper, held.sentence AS sentence
ORDER BY kind, metric IS NULL, coalesce(metric, ''), coalesce(r.unit, ''), value DESC, result,
  coalesce(subject, ''), paper, sentence
