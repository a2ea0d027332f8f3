// title: What is only ever compared by its own authors
// Methods and models that are compared with others, but in no paper that does not propose them; those with the most rivals first.
// $limit = 50: the most rows
MATCH (p:Paper)-[:PROPOSES]->(m:Method|Model), (m)-[:OUTPERFORMS|COMPARED_WITH]-(rival:Method|Model)
WHERE NOT EXISTS {
  MATCH (m)-[c:OUTPERFORMS|COMPARED_WITH]-(:Method|Model) WHERE c.paper <> p.id
}
RETURN m.name AS name, m.type AS type, p.id AS paper, count(DISTINCT rival.key) AS rivals
ORDER BY rivals DESC, name, type, paper LIMIT $limit
