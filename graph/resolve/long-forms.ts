/**
 * What two long forms of one acronym must share to agree: the stems of the words that tell something.
 * `Low-Rank Adaptation` and `low-rank adapters` -> `low rank adapt`; `on-policy` and `off-policy` share nothing.
 */
export function stemsOf(long: string): string {
  const words = wordsOf(long);
  const telling = words.filter((word) => !EMPTY.has(word.toLowerCase()));
  return (telling.length > 0 ? telling : words).map(stem).join(' ');
}

/**
 * Whether two long forms of one acronym differ only in an acronym inside, which the other one spells out:
 * `('Quantized LoRA', 'Quantized Low-Rank Adaptation')`, `('Multimodal LLMs', 'multi-modal large language models')`.
 */
export function isSpelledIn(one: string, other: string): boolean {
  return agree(wordsOf(one), wordsOf(other));
}

/** Whether two long forms of one acronym share no word that tells something: positional encodings, prompt engineering. */
export function areUnlike(one: string, other: string): boolean {
  const [stems, others] = [stemsOf(one), stemsOf(other)];
  const words = new Set(others.split(' '));
  const isOneWord = stems.replaceAll(' ', '') === others.replaceAll(' ', '');
  return !isOneWord && !stems.split(' ').some((word) => words.has(word));
}

/** Whether a long form has an acronym inside. */
export const hasAcronym = (long: string): boolean => wordsOf(long).some(isAcronym);

function agree(one: readonly string[], other: readonly string[]): boolean {
  const [word, ...rest] = one;
  const [against, ...others] = other;
  if (word === undefined && against === undefined) return true;
  if (word !== undefined && EMPTY.has(word.toLowerCase()) && agree(rest, other)) return true;
  if (against !== undefined && EMPTY.has(against.toLowerCase()) && agree(one, others)) return true;
  if (word === undefined || against === undefined) return false;
  if (stem(word) === stem(against) && agree(rest, others)) return true;
  return (
    lengths(word, other).some((length) => agree(rest, other.slice(length))) ||
    lengths(against, one).some((length) => agree(one.slice(length), others))
  );
}

/** How many of the first words an acronym may spell. */
function lengths(acronym: string, words: readonly string[]): number[] {
  if (!isAcronym(acronym)) return [];
  const letters = singular(acronym).toLowerCase();
  const most = Math.min(letters.length, words.length);
  return Array.from({ length: Math.max(0, most - 1) }, (_, index) => index + 2).filter((length) =>
    isSpelled(letters, words.slice(0, length)),
  );
}

/** Whether beginnings of all words make the letters, in their order: LoRA of Low, Rank and Adaptation. */
function isSpelled(letters: string, [word, ...words]: readonly string[]): boolean {
  if (word === undefined) return letters === '';
  const head = word.toLowerCase();
  for (
    let length = 1;
    length <= letters.length && head.startsWith(letters.slice(0, length));
    length += 1
  ) {
    if (isSpelled(letters.slice(length), words)) return true;
  }
  return false;
}

/** Whether a word has two capitals and ends in one, as LLM, CoT and dLLMs do. */
export const isAcronym = (word: string): boolean => /^\p{L}*\p{Lu}\p{L}*\p{Lu}s?$/u.test(word);

/** VLMs -> VLM */
export const singular = (acronym: string): string => acronym.replace(/(?<=\p{Lu})s$/u, '');

/** Words as they are written, without hyphens: a beginning such as `multi-` goes with its word. */
const wordsOf = (long: string): string[] =>
  long
    .normalize('NFKC')
    .replace(/(?<!\p{L})multiple(?=[\s\p{Pd}])/giu, 'multi')
    .replace(/(?<!\p{L})(multi|pre|post|fine|non)[\s\p{Pd}]+(?=\p{L})/giu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const EMPTY: ReadonlySet<string> = new Set(
  'a an the of for from with in and s based driven model models method framework algorithm approach'.split(
    ' ',
  ),
);

/** What names write either way: visual and vision language models. */
const ALIKE: Readonly<Record<string, string>> = { visual: 'vision', using: 'use' };

function stem(written: string): string {
  const lower = written.toLowerCase();
  const word = ALIKE[lower] ?? lower;
  const singular = word
    .replace(/(?<=\p{L}{2}[^sui])s$/u, '')
    .replace(/is(?=(?:e|ed|er|ing|ation)$)/, 'iz');
  return singular.replace(
    /(?<=\p{L}{4})(?:ations?|ators?|ing|ed|ers?|ors?|ions?|(?:ion)?al|e)$/u,
    '',
  );
}
