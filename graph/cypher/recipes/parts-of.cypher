// title: The parts of a thing
// Components, splits and subsets of a method, model or benchmark, with the sentence that says so.
// $name: the whole
MATCH (x)-[r:PART_OF]->(whole:Method|Model|Benchmark|Dataset)
WHERE toLower(whole.name) = toLower($name)
RETURN x.type AS type, x.name AS part, r.paper AS paper, r.sentence AS sentence
ORDER BY type, part, paper
