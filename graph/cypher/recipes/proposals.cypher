// title: What the papers propose
// Each paper's own methods, models, benchmarks, datasets, metrics and tasks, the latest paper first.
// $limit = 100: the most rows
MATCH (p:Paper)-[r:PROPOSES]->(x:Method|Model|Benchmark|Dataset|Metric|Task)
RETURN coalesce(p.date, '') AS date, p.id AS paper, x.type AS type, x.name AS name, r.sentence AS sentence
ORDER BY date DESC, paper, type, name LIMIT $limit
