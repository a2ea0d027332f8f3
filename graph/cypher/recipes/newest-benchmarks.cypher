// title: The newest benchmarks for a task
// Benchmarks and datasets that a paper proposes for tasks with these words in their name, the latest first.
// $task: words of the task
// $limit = 20: the most rows
MATCH (p:Paper)-[r:PROPOSES]->(b:Benchmark|Dataset), (b)-[:ADDRESSES]->(t:Task)
WHERE toLower(t.name) CONTAINS toLower($task)
RETURN DISTINCT coalesce(p.date, '') AS date, b.name AS benchmark, t.name AS task, p.id AS paper, r.sentence AS sentence
ORDER BY date DESC, benchmark, task, paper LIMIT $limit
