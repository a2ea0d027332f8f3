// title: What most is built on
// Methods, models and collections by how many papers build on them.
// $limit = 20: the most rows
MATCH (x:Method|Model|Benchmark|Dataset)-[r:BUILDS_ON]->(base:Method|Model|Benchmark|Dataset)
WHERE NOT base.classTerm
RETURN base.name AS base, base.type AS type, count(DISTINCT r.paper) AS papers, count(DISTINCT x.key) AS things
ORDER BY papers DESC, things DESC, base, type LIMIT $limit
