// title: Papers that speak of the same things
// Pairs of papers by how many things both name, class terms left out.
// $limit = 30: the most rows
MATCH (a:Paper)-[:MENTIONS]->(x:Method|Model|Benchmark|Dataset|Metric|Task), (b:Paper)-[:MENTIONS]->(x)
WHERE a.id < b.id AND NOT x.classTerm
RETURN count(DISTINCT x.key) AS shared, a.id AS paper, a.name AS title, b.id AS other, b.name AS otherTitle
ORDER BY shared DESC, paper, other LIMIT $limit
