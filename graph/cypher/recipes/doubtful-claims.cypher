// title: The least certain claims
// Relations of which the extractor was least sure: where to look first when correcting.
// $limit = 30: the most rows
MATCH (a)-[r:EVALUATED_ON|TRAINED_ON|MEASURED_BY|OUTPERFORMS|COMPARED_WITH|BUILDS_ON|PART_OF|ADDRESSES]->(b)
// dialect: embedded
RETURN r.confidence AS confidence, a.name AS source, label(r) AS relation, b.name AS target,
// dialect: neo4j
RETURN r.confidence AS confidence, a.name AS source, type(r) AS relation, b.name AS target,
// dialect: both
  r.paper AS paper, r.sentence AS sentence
ORDER BY confidence, source, relation, target, paper, sentence LIMIT $limit
