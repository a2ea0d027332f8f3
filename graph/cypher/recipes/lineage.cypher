// title: The lineage of a model family
// What the models and methods of a name build on, and on what that builds, up to three steps.
// $family: how the names begin
MATCH (m:Method|Model)-[:BUILDS_ON*1..3]->(origin:Method|Model|Benchmark|Dataset)
WHERE toLower(m.name) STARTS WITH toLower($family)
RETURN DISTINCT m.name AS member, origin.type AS type, origin.name AS origin
ORDER BY member, type, origin
