// title: The least certain claims
// Relations of which the extractor was least sure: where to look first when correcting.
// $limit = 30: the most rows
MATCH (a)-[r:EVALUATED_ON|TRAINED_ON|MEASURED_BY|OUTPERFORMS|COMPARED_WITH|BUILDS_ON|PART_OF|ADDRESSES]->(b)
RETURN r.confidence AS confidence, a.name AS source, b.name AS target, r.paper AS paper, r.sentence AS sentence
ORDER BY confidence, source, target, paper, sentence LIMIT $limit
