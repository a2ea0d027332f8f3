// title: What was trained on what
// Methods and models with the datasets that they were trained on, the latest first.
// $limit = 100: the most rows
MATCH (m:Method|Model)-[r:TRAINED_ON]->(d:Benchmark|Dataset)
RETURN coalesce(r.date, '') AS date, m.name AS trained, d.name AS dataset, r.paper AS paper, r.sentence AS sentence
ORDER BY date DESC, paper, dataset, trained LIMIT $limit
