/**
 * Whether a short form stands for a long one: by the first letters of its words, or by how they begin. A long form with a
 * number that the short one lacks is another version or size: Llama-3.3 (70B) is not Llama-3.
 */
export function isShortFor(short: string, long: string): boolean {
  const numbers = numbersIn(short);
  if (numbersIn(long).some((number) => !numbers.includes(number))) return false;
  return isInitialism(short, long) || isContraction(short, long);
}

const numbersIn = (name: string): string[] => name.match(/\p{N}+(?:\.\p{N}+)*/gu) ?? [];

/**
 * Whether a short form is made of the first letters of a long one's words: RL, CoT (chain-of-thought), MMS (MultiModal
 * Signstream), with the small words or without them; what is an acronym already may be whole: OP-GRPO (Off-Policy GRPO).
 * What hyphens make one word of with an acronym is a name of its own: neither ER-RAG nor MVTec-AD is spelled out by it.
 */
export function isInitialism(short: string, long: string): boolean {
  if (!/^[\p{L}\p{N}-]{2,12}$/u.test(short) || !/\p{Lu}.*\p{Lu}/u.test(short)) return false;
  const letters = singular(short).replaceAll('-', '').toLowerCase();
  const words = wordsOf(long);
  if (words.length < 2 || (!/\s/.test(long) && HAS_ACRONYM.test(long))) return false;
  const large = words.filter((word) => !SMALL.test(word));
  return [words, large].some((own) =>
    [own, own.flatMap(withoutHumps), own.flatMap(spelledOut)].some(
      (parts) => initials(parts) === letters,
    ),
  );
}

const HAS_ACRONYM = /\p{Lu}{2}|\p{N}/u;
const SMALL = /^(?:of|for|in|on|and|the|a|an|to|with|via|by|from|at)$/i;
/** MultiModal -> Multi, Modal */
const withoutHumps = (word: string): string[] =>
  /^(?:\p{Lu}\p{Ll}+){2,}$/u.test(word) ? word.split(/(?=\p{Lu})/u) : [word];
/** GRPO -> G, R, P, O */
const spelledOut = (word: string): string[] => (/^\p{Lu}{2,}$/u.test(word) ? [...word] : [word]);
const initials = (words: readonly string[]): string =>
  words
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();

/** The words of a name, also those that hyphens and slashes join. */
const wordsOf = (name: string): string[] =>
  name.split(/[\s\-‑–/]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));

/**
 * Whether a short form is made of how a long one's words begin, each from a capital or a digit on: ProCal (Probability
 * Calibration), 3DGS (3D Gaussian Splatting), Meta-HRL (Meta Hierarchical Reinforcement Learning). Small words may be
 * left out; words with several capitals may be whole, and those with a digit are: Qwen3-4B is not Qwen3-4B base.
 */
export function isContraction(short: string, long: string): boolean {
  const name = singular(short);
  if (!/^[\p{L}\p{N}-]{3,14}$/u.test(name) || !/[\p{Lu}\p{N}].*[\p{Lu}\p{N}]/u.test(name))
    return false;
  const letters = name.replaceAll('-', '');
  const words = wordsOf(long);
  // "ROC curve" and "GPT-4" are no long forms of what they begin with.
  const isLonger = words[0]?.toLowerCase().startsWith(letters.toLowerCase());
  if (words.length < 2 || !/\s/.test(long) || isLonger) return false;
  return isSpelled(letters, words);
}

/** Whether beginnings of all words make the letters, in their order. */
function isSpelled(letters: string, [word, ...words]: readonly string[]): boolean {
  if (word === undefined) return letters === '';
  const isSmall = SMALL.test(word);
  if (isSmall && isSpelled(letters, words)) return true;
  return beginnings(letters, word, isSmall).some((length) =>
    isSpelled(letters.slice(length), words),
  );
}

/** How many of the letters may be a beginning of the word: a capital and the small letters after it, or all of the word. */
function beginnings(letters: string, word: string, isSmall: boolean): number[] {
  const starts = (longer: string, shorter: string) =>
    longer.toLowerCase().startsWith(shorter.toLowerCase());
  const whole = singular(word);
  const isWhole = HAS_CAPITALS.test(whole) && starts(letters, whole);
  if (HAS_NUMBER.test(word)) return isWhole ? [whole.length] : [];
  const [chunk = ''] = (isSmall ? /^\p{Ll}+/u : /^[\p{Lu}\p{N}]\p{Ll}*/u).exec(letters) ?? [];
  const lengths = [...chunk].map((_, index) => index + 1);
  return [
    ...(isWhole ? [whole.length] : []),
    ...lengths.filter((length) => starts(word, chunk.slice(0, length))),
  ];
}

const HAS_NUMBER = /\p{N}/u;
const HAS_CAPITALS = /\p{Lu}.*\p{Lu}|\p{N}/u;
/** VLMs -> VLM */
const singular = (name: string): string => name.replace(/(?<=\p{Lu})s$/u, '');
