// title: The metrics of each task
// By which metrics the methods and benchmarks for a task are measured, the most used first.
// $task = "": words of the task; without them, all tasks
// $limit = 50: the most rows
MATCH (x:Method|Model|Benchmark|Dataset)-[:ADDRESSES]->(t:Task), (x)-[:MEASURED_BY]->(m:Metric)
WHERE $task = '' OR toLower(t.name) CONTAINS toLower($task)
RETURN t.name AS task, m.name AS metric, count(DISTINCT x.key) AS uses
ORDER BY uses DESC, task, metric LIMIT $limit
