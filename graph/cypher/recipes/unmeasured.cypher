// title: Proposed, without a number
// Methods and models that a paper proposes and for which no abstract here reports a number, the latest paper first.
// $limit = 100: the most rows
MATCH (p:Paper)-[r:PROPOSES]->(m:Method|Model)
WHERE NOT EXISTS { MATCH (:Result)-[:OF]->(m) }
RETURN coalesce(p.date, '') AS date, p.id AS paper, m.type AS type, m.name AS name, r.sentence AS sentence
ORDER BY date DESC, paper, type, name LIMIT $limit
