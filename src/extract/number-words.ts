/**
 * Numbers in words where they measure something: "threefold", "ten times", "five percentage points", "two orders of
 * magnitude", "twice", "doubles". Other words are counts ("three datasets"). `training/number_words.py` is the same.
 */

type Words = ReadonlyMap<string, number>;

/** `one` to `twenty`. */
export const CARDINALS: Words = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
const TENS: Words = new Map(
  'thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 10 * (index + 3)]),
);
/** Before an order of magnitude. */
const ARTICLES: Words = new Map([['an', 1]]);
const FACTORS: Words = new Map([
  ['twice', 2],
  ['doubles', 2],
  ['doubled', 2],
  ['doubling', 2],
  ['thrice', 3],
  ['tripled', 3],
  ['tripling', 3],
  ['quadruples', 4],
  ['quadrupled', 4],
  ['quadrupling', 4],
]);
/** Verbs only before what they multiply: "double the throughput", not "double descent". */
const VERBS: Words = new Map([
  ['double', 2],
  ['triple', 3],
  ['quadruple', 4],
]);

const VALUES: Words = new Map([...CARDINALS, ...TENS, ...ARTICLES, ...FACTORS, ...VERBS]);
const oneOf = (...lists: readonly Words[]) =>
  `(?:${lists.flatMap((words) => [...words.keys()]).join('|')})`;
const END = '(?![A-Za-z0-9])';
const MEASURE = `(?:-?fold${END}(?![ -]cross)|[ -](?:times|percent|percentage|orders?[ -]of[ -]magnitude)${END}| points?${END})`;

/** Where a number in words stands, as the source of a regular expression. */
export const NUMBER_WORD = `(?<![A-Za-z0-9-])(?:${oneOf(CARDINALS, TENS)}(?=${MEASURE})|${oneOf(ARTICLES)}(?= order[ -]of[ -]magnitude${END})|${oneOf(FACTORS)}${END}|${oneOf(VERBS)}(?= (?:the|that|those|its)${END}))`;

/** The value of a number in words, undefined for all other text: `ten` -> 10, `doubling` -> 2. */
export function wordValue(text: string): number | undefined {
  return VALUES.get(text);
}

/** Whether a word alone says a factor: "twice", not "two". */
export function isFactor(text: string): boolean {
  return FACTORS.has(text) || VERBS.has(text);
}
