// title: What builds on a thing, two steps deep
// Methods, models and collections that are made from it or extend it, then those that build on these, with the sentence that says so.
// $name: what they build on
MATCH (x:Method|Model|Benchmark|Dataset)-[r:BUILDS_ON]->(near:Method|Model|Benchmark|Dataset)
MATCH (near)-[:BUILDS_ON*0..1]->(base:Method|Model|Benchmark|Dataset)
WHERE toLower(base.name) = toLower($name) AND x.key <> base.key
WITH DISTINCT x, r, near, toLower(near.name) = toLower($name) AS direct
RETURN CASE WHEN direct THEN 1 ELSE 2 END AS steps, x.type AS type, x.name AS name, near.name AS base,
  r.date AS date, r.paper AS paper, r.sentence AS sentence
ORDER BY steps, base, type, name, paper, sentence
