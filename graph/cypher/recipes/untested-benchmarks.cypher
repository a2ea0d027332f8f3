// title: Benchmarks that a method was not tested on though its rivals were
// Rivals are what it is compared with or outperforms, or what is compared with it; first the benchmarks with the most of them. No abstract here says that it was tested there, which is not the same as its not having been.
// $name: the method or model
MATCH (m:Method|Model)-[:OUTPERFORMS|COMPARED_WITH]-(rival:Method|Model),
  (rival)-[:EVALUATED_ON]->(b:Benchmark|Dataset)
WHERE toLower(m.name) = toLower($name)
  AND NOT EXISTS { MATCH (m)-[:EVALUATED_ON]->(b) }
  AND NOT EXISTS { MATCH (m)<-[:OF]-(:Result)-[:`ON`]->(b) }
WITH m, b, count(DISTINCT rival.key) AS rivals
MATCH (m)-[:OUTPERFORMS|COMPARED_WITH]-(rival:Method|Model), (rival)-[e:EVALUATED_ON]->(b)
RETURN DISTINCT b.name AS benchmark, rivals, rival.name AS rival, e.paper AS paper, e.sentence AS sentence
ORDER BY rivals DESC, benchmark, rival, paper
