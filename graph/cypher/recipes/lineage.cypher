// title: The lineage of a model family
// The models of a family, what they are versions or sizes of and what they build on, and what that builds on, up to three steps; the earliest first, with the sentence.
// $family: how the names begin
MATCH (member:Model)-[:BUILDS_ON|VARIANT_OF*0..2]->(m:Model)-[r:BUILDS_ON|VARIANT_OF]->(base:Model)
WHERE toLower(member.name) STARTS WITH toLower($family)
// dialect: embedded
WITH DISTINCT m, label(r) AS relation, r, base
// dialect: neo4j
WITH DISTINCT m, type(r) AS relation, r, base
// dialect: both
RETURN m.name AS model, relation, base.name AS origin, coalesce(r.date, '') AS date, r.paper AS paper,
  r.sentence AS sentence
ORDER BY date, model, relation, origin, paper
