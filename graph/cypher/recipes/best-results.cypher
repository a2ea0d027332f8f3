// title: The best number on each benchmark and metric
// The best absolute value that any paper reports for a benchmark, metric and unit, who reached it, and where it says so; first what most papers report. Shares of other values are left out.
// That is the least where less is better (an error rate, a latency), and the greatest otherwise; "better" is empty where the name of the metric does not tell which.
// $limit = 50: the most rows
MATCH (top:Result)-[:`ON`]->(b:Benchmark|Dataset), (top)-[:MEASURES]->(m:Metric)
WHERE top.kind = 'absolute' AND top.shareOf IS NULL
WITH b.key AS place, m.key AS measure, coalesce(m.better, '') AS sense, coalesce(top.unit, '') AS unit,
  max(top.value) AS most, min(top.value) AS least, count(DISTINCT top.paper) AS papers
WITH place, measure, unit, papers, CASE WHEN sense = 'lower' THEN least ELSE most END AS best
MATCH (b:Benchmark|Dataset)<-[:`ON`]-(r:Result)-[:MEASURES]->(m:Metric)
WHERE b.key = place AND m.key = measure AND coalesce(r.unit, '') = unit
  AND r.kind = 'absolute' AND r.shareOf IS NULL AND r.value = best
MATCH (r)-[of:OF]->(s)
RETURN b.name AS benchmark, m.name AS metric, m.better AS better, papers, r.name AS result,
  s.name AS subject, of.paper AS paper, of.sentence AS sentence
ORDER BY papers DESC, benchmark, metric, result, subject, paper, sentence LIMIT $limit
