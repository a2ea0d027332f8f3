// title: How two things are connected
// The shortest chains of claims between two things: the names, the relations, and the sentences that make each step.
// $from: the one
// $to: the other
// $limit = 5: the most chains
// dialect: embedded
MATCH (a:Method|Model|Benchmark|Dataset|Metric|Task), (b:Method|Model|Benchmark|Dataset|Metric|Task)
WHERE toLower(a.name) = toLower($from) AND toLower(b.name) = toLower($to) AND a.key <> b.key
MATCH path = (a)-[:EVALUATED_ON|TRAINED_ON|MEASURED_BY|OUTPERFORMS|COMPARED_WITH|BUILDS_ON|PART_OF|ADDRESSES|VARIANT_OF* ALL SHORTEST 1..6]-(b)
RETURN length(path) AS steps, list_to_string(' - ', properties(nodes(path), 'name')) AS chain,
  list_to_string(' - ', list_transform(rels(path), r -> label(r))) AS relations,
  list_to_string(' | ', properties(rels(path), 'sentence')) AS sentences
// dialect: neo4j
MATCH (a:Entity), (b:Entity)
WHERE toLower(a.name) = toLower($from) AND toLower(b.name) = toLower($to) AND a.key <> b.key
MATCH path = allShortestPaths((a)-[:EVALUATED_ON|TRAINED_ON|MEASURED_BY|OUTPERFORMS|COMPARED_WITH|BUILDS_ON|PART_OF|ADDRESSES|VARIANT_OF*1..6]-(b))
RETURN length(path) AS steps, substring(reduce(text = '', n IN nodes(path) | text + ' - ' + n.name), 3) AS chain,
  substring(reduce(text = '', r IN relationships(path) | text + ' - ' + type(r)), 3) AS relations,
  substring(reduce(text = '', r IN relationships(path) | text + ' | ' + r.sentence), 3) AS sentences
// dialect: both
ORDER BY steps, chain, relations, sentences LIMIT $limit
