// title: By how much one thing beat another
// Gains, reductions and ratios with the baseline that they are told against, the greatest first.
// $limit = 50: the most rows
MATCH (r:Result)-[of:OF]->(s:Method|Model), (r)-[:AGAINST]->(b:Method|Model)
WHERE r.kind <> 'absolute'
RETURN s.name AS subject, b.name AS baseline, r.kind AS kind, r.name AS result, r.value AS value,
  of.paper AS paper, of.sentence AS sentence
ORDER BY kind, value DESC, subject, baseline, paper LIMIT $limit
