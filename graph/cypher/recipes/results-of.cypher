// title: Every number of a method or model
// What is reported for it, on which benchmark, by which metric, against what, with the sentence.
// $name: the method or model
MATCH (r:Result)-[of:OF]->(s:Method|Model)
WHERE toLower(s.name) = toLower($name)
OPTIONAL MATCH (r)-[:`ON`]->(b)
OPTIONAL MATCH (r)-[:MEASURES]->(m:Metric)
OPTIONAL MATCH (r)-[:AGAINST]->(base)
RETURN r.name AS result, b.name AS benchmark, m.name AS metric, base.name AS baseline,
  of.paper AS paper, of.sentence AS sentence
ORDER BY paper, of.start, result, coalesce(benchmark, ''), coalesce(metric, ''), coalesce(baseline, '')
