// title: What was trained on what
// Methods and models with the datasets that they were trained on.
// $limit = 100: the most rows
MATCH (m:Method|Model)-[r:TRAINED_ON]->(d:Benchmark|Dataset)
RETURN d.name AS dataset, m.name AS trained, r.paper AS paper, r.sentence AS sentence
ORDER BY dataset, trained, paper LIMIT $limit
