// title: Proposed, without a number
// Methods and models that a paper proposes and for which no abstract here reports a number.
// $limit = 100: the most rows
MATCH (p:Paper)-[:PROPOSES]->(m:Method|Model)
WHERE NOT EXISTS { MATCH (:Result)-[:OF]->(m) }
RETURN m.name AS name, p.id AS paper
ORDER BY name, paper LIMIT $limit
