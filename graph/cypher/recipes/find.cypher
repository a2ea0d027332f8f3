// title: Find a thing by a part of its name
// Things whose name or one of whose other names holds these letters.
// $text: the letters
MATCH (x:Method|Model|Benchmark|Dataset|Metric|Task)
UNWIND [x.name] + x.aliases AS form
WITH x, form WHERE toLower(form) CONTAINS toLower($text)
RETURN DISTINCT x.type AS type, x.name AS name, x.papers AS papers
ORDER BY papers DESC, type, name
