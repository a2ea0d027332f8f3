// title: What builds on a thing, two steps deep
// Methods, models and collections that are made from it or extend it, and those that build on these.
// $name: what they build on
MATCH (near)-[r:BUILDS_ON]->(base:Method|Model|Benchmark|Dataset)
WHERE toLower(base.name) = toLower($name)
OPTIONAL MATCH (far)-[s:BUILDS_ON]->(near)
RETURN near.name AS first, r.paper AS paper, r.sentence AS sentence,
  coalesce(far.name, '') AS second, coalesce(s.paper, '') AS secondPaper
ORDER BY first, paper, second, secondPaper
