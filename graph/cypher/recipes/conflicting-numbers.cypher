// title: Numbers that do not agree
// Absolute values that differ between papers for one subject, benchmark, metric and unit. They may be two settings.
MATCH (r:Result)-[:OF]->(s:Method|Model), (r)-[:`ON`]->(b:Benchmark|Dataset), (r)-[:MEASURES]->(m:Metric)
WHERE r.kind = 'absolute'
MATCH (other:Result)-[:OF]->(s)
WHERE other.kind = 'absolute' AND other.value > r.value AND other.paper <> r.paper
  AND coalesce(other.unit, '') = coalesce(r.unit, '')
MATCH (other)-[:`ON`]->(b)
MATCH (other)-[:MEASURES]->(m)
RETURN s.name AS subject, b.name AS benchmark, m.name AS metric, r.name AS result, r.paper AS paper,
  other.name AS otherResult, other.paper AS otherPaper
ORDER BY subject, benchmark, metric, result, paper, otherResult, otherPaper
