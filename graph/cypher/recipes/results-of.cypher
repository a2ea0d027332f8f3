// title: Every number of a method or model
// What is reported for it, on which benchmark, by which metric, against what, with the sentence; the earliest first.
// $name: the method or model
MATCH (r:Result)-[of:OF]->(s:Method|Model)
WHERE toLower(s.name) = toLower($name)
OPTIONAL MATCH (r)-[:`ON`]->(b)
OPTIONAL MATCH (r)-[:MEASURES]->(m:Metric)
OPTIONAL MATCH (r)-[:AGAINST]->(base)
RETURN r.name AS result, m.name AS metric, b.name AS benchmark, base.name AS baseline,
  coalesce(of.date, '') AS date, of.paper AS paper, of.sentence AS sentence
ORDER BY date, paper, of.start, result, coalesce(benchmark, ''), coalesce(metric, ''), coalesce(baseline, '')
