// title: The most used benchmarks
// Benchmarks and datasets by how many papers test something on them.
// $limit = 20: the most rows
MATCH (m:Method|Model)-[e:EVALUATED_ON]->(b:Benchmark|Dataset)
RETURN b.name AS benchmark, b.type AS type, count(DISTINCT e.paper) AS papers, count(DISTINCT m.key) AS methods
ORDER BY papers DESC, methods DESC, benchmark, type LIMIT $limit
