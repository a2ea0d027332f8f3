// title: The greatest number on each benchmark and metric
// The greatest absolute value that any paper reports for a benchmark, metric and unit, who reached it, and where it says so; first what most papers report.
// Where less is better, write min for max; "sotagraph leaderboard" knows these metrics and ranks them so.
// $limit = 50: the most rows
MATCH (top:Result)-[:`ON`]->(b:Benchmark|Dataset), (top)-[:MEASURES]->(m:Metric)
WHERE top.kind = 'absolute'
WITH b.key AS place, m.key AS measure, coalesce(top.unit, '') AS unit, max(top.value) AS best,
  count(DISTINCT top.paper) AS papers
MATCH (b:Benchmark|Dataset)<-[:`ON`]-(r:Result)-[:MEASURES]->(m:Metric)
WHERE b.key = place AND m.key = measure AND coalesce(r.unit, '') = unit
  AND r.kind = 'absolute' AND r.value = best
MATCH (r)-[of:OF]->(s)
RETURN b.name AS benchmark, m.name AS metric, papers, r.name AS result, s.name AS subject,
  of.paper AS paper, of.sentence AS sentence
ORDER BY papers DESC, benchmark, metric, result, subject, paper, sentence LIMIT $limit
