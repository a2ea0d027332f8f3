// title: Every number on a benchmark
// What is reported there, of which method or model, by which metric, with the sentence.
// $benchmark: the benchmark or dataset
MATCH (r:Result)-[held:`ON`]->(b:Benchmark|Dataset)
WHERE toLower(b.name) = toLower($benchmark)
OPTIONAL MATCH (r)-[:OF]->(s:Method|Model)
OPTIONAL MATCH (r)-[:MEASURES]->(m:Metric)
RETURN coalesce(m.name, '') AS metric, r.name AS result, r.value AS value, coalesce(s.name, '') AS subject,
  held.paper AS paper, held.sentence AS sentence
ORDER BY metric, value DESC, result, subject, paper
