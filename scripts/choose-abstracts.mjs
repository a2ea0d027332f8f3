/**
 * One line of an export: `{id, title, abstract, date, categories}`, the date an ISO day.
 *
 * @typedef {{ id: string, title: string, abstract: string, date: string }} Abstract
 */

/** What the example is about: agents, reasoning and perception of language models, and how these are measured. */
const TOPICS = [
  /\b(?:agents?|agentic|multi-agent|tool use|computer[ -]use|GUIs?)\b/i,
  /\breasoning\b/i,
  /\b(?:multi-?modal|vision-language|[MV]LLMs?|VLMs?)\b/i,
];
const LANGUAGE_MODELS =
  /\b(?:[MV]?LLMs?|VLMs?|(?:vision-)?language models?|GPT|Qwen|Claude|Gemini)\b/;
const MEASURED = /\bbenchmarks?\b|\d\s?%|\bstate-of-the-art\b/i;

/** A word that is written as names are: two capitals, a capital inside, or a capital with a digit. */
const NAME = /\b(?=\w*[A-Z])(?=\w*\d|\w+[A-Z])\w[\w.+-]*\w/g;
/** A name that fewer candidates bear is hardly shared; what more than this part of them bear joins everything. */
const SHARED = { least: 8, part: 0.05 };

/**
 * Chooses abstracts that make one connected graph, spread evenly over the months.
 *
 * Candidates speak of language models and one of the topics, and say how something was measured. Each month gives the
 * same number of them (what a poor month lacks is not made up for by others): those that bear most names which other
 * candidates bear too, then the smaller id.
 *
 * @param {readonly Abstract[]} abstracts
 * @param {number} most how many to choose at most
 * @returns {Abstract[]} by date, then id
 */
export function chooseAbstracts(abstracts, most) {
  const candidates = abstracts.filter(isCandidate);
  const shared = sharedNames(candidates);
  /** @type {Map<string, { abstract: Abstract, names: number }[]>} */
  const months = new Map();
  for (const abstract of candidates) {
    const month = abstract.date.slice(0, 7);
    const names = [...namesIn(abstract)].filter((name) => shared.has(name)).length;
    months.set(month, [...(months.get(month) ?? []), { abstract, names }]);
  }
  const each = Math.floor(most / Math.max(1, months.size));
  return [...months.values()]
    .flatMap((month) => month.sort(byNamesAndId).slice(0, each))
    .map(({ abstract }) => abstract)
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
}

/** @param {Abstract} abstract */
function isCandidate({ title, abstract }) {
  const text = `${title} ${abstract}`;
  return (
    LANGUAGE_MODELS.test(text) && MEASURED.test(text) && TOPICS.some((topic) => topic.test(text))
  );
}

/** @param {readonly Abstract[]} candidates */
function sharedNames(candidates) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const candidate of candidates) {
    for (const name of namesIn(candidate)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const most = Math.max(SHARED.least, SHARED.part * candidates.length);
  const shared = [...counts].filter(([, count]) => count >= SHARED.least && count <= most);
  return new Set(shared.map(([name]) => name));
}

/** @param {Abstract} abstract */
const namesIn = ({ title, abstract }) => new Set(`${title} ${abstract}`.match(NAME));

/**
 * @param {{ abstract: Abstract, names: number }} a
 * @param {{ abstract: Abstract, names: number }} b
 */
const byNamesAndId = (a, b) => b.names - a.names || compare(a.abstract.id, b.abstract.id);

/**
 * @param {string} a
 * @param {string} b
 */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
