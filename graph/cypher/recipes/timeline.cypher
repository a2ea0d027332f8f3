// title: A thing through time
// The papers that name it, the earliest first, each with its first sentence about it.
// $name: the method, model, benchmark, dataset, metric or task
MATCH (p:Paper)-[r:MENTIONS]->(x:Method|Model|Benchmark|Dataset|Metric|Task)
WHERE toLower(x.name) = toLower($name)
RETURN coalesce(p.date, '') AS date, p.id AS paper, p.name AS title, x.type AS type, r.sentence AS sentence
ORDER BY date, paper, type
