// title: Benchmarks that go together
// Pairs of benchmarks on which the same methods and models are tested, by how many.
// $limit = 30: the most rows
MATCH (a:Benchmark|Dataset)<-[:EVALUATED_ON]-(m:Method|Model), (m)-[:EVALUATED_ON]->(b:Benchmark|Dataset)
WHERE a.key < b.key
RETURN a.name AS benchmark, b.name AS other, count(DISTINCT m.key) AS methods
ORDER BY methods DESC, benchmark, other LIMIT $limit
