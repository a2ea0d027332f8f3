// title: What is there for a task
// Methods, models, benchmarks and datasets that address tasks with these words in their name; the best known task first.
// $task: words of the task
MATCH (x:Method|Model|Benchmark|Dataset)-[r:ADDRESSES]->(t:Task)
WHERE toLower(t.name) CONTAINS toLower($task)
RETURN t.name AS task, x.type AS type, x.name AS name, r.paper AS paper, r.sentence AS sentence
ORDER BY t.papers DESC, task, type, name, paper
