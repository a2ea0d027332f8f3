// title: What beat what
// Every claim that one method or model outperforms another, with the words that say so.
// $limit = 100: the most rows
MATCH (a:Method|Model)-[r:OUTPERFORMS]->(b:Method|Model)
RETURN a.name AS winner, b.name AS loser, r.confidence AS confidence,
  r.paper AS paper, r.sentence AS sentence
ORDER BY winner, loser, paper LIMIT $limit
