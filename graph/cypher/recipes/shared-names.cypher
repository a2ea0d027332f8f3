// title: What several papers speak of
// Things that more than one paper names, class terms such as "LLM" left out.
// $limit = 50: the most rows
MATCH (p:Paper)-[:MENTIONS]->(x:Method|Model|Benchmark|Dataset|Metric|Task)
WHERE x.papers > 1 AND NOT x.classTerm
RETURN x.type AS type, x.name AS name, count(DISTINCT p.key) AS papers
ORDER BY papers DESC, type, name LIMIT $limit
