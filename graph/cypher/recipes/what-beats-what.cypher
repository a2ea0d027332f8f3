// title: What beat what
// Every claim that one method or model outperforms another, with the number that the same paper tells against it, if there is one, and the words that say so; the latest first.
// $limit = 100: the most rows
MATCH (a:Method|Model)-[claim:OUTPERFORMS]->(b:Method|Model)
OPTIONAL MATCH (a)<-[:OF]-(r:Result)-[:AGAINST]->(b) WHERE r.paper = claim.paper
WITH DISTINCT a, b, claim, r.name AS result, r.value AS value
RETURN coalesce(claim.date, '') AS date, a.name AS winner, b.name AS loser, result,
  claim.paper AS paper, claim.sentence AS sentence
ORDER BY date DESC, paper, winner, loser, value DESC, coalesce(result, '') LIMIT $limit
