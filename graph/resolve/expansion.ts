import { slug } from '../slug.ts';

/**
 * Whether a long form spells an acronym out, after Schwartz and Hearst (2003): each letter of the acronym stands in it
 * in order, the first one at its beginning. `('GRPO', 'Group Relative Policy Optimization')` and
 * `('PPL', 'perplexity')` do, and so does `('ARC-C', 'ARC-Challenge')`, word by word; `('Dr. GRPO', 'Group Relative Policy Optimization')` does not.
 */
export function isExpansion(short: string, long: string): boolean {
  if (isShortened(short, long)) return true;
  const [version, longVersion] = [NUMBERED.exec(short), NUMBERED.exec(long)];
  // SAM 2 is Segment Anything Model 2.
  return version && longVersion && version[1] === longVersion[1]
    ? spellsOut(short.slice(0, version.index), long.slice(0, longVersion.index))
    : spellsOut(short, long);
}

/**
 * The long form that a text gives an acronym in brackets, whether anybody took it for a name or not: `('FM', 'a foundation
 * model (FM) of')` -> `foundation model`. Of several the shortest.
 */
export function longFormIn(text: string, short: string): string | undefined {
  const bare = short.replace(PLURAL, '');
  if (!text.includes(`(${bare}`)) return undefined;
  for (const { 1: inside = '', index } of text.matchAll(IN_BRACKETS)) {
    if (inside.replace(PLURAL, '') !== bare) continue;
    const words = text
      .slice(Math.max(0, index - FARTHEST), index)
      .trimEnd()
      .split(/\s+/);
    for (let from = words.length - 1; from >= 0; from -= 1) {
      const long = words.slice(from).join(' ');
      if (isExpansion(bare, long)) return long;
    }
  }
  return undefined;
}

/** A plural s of an acronym stands for nothing. */
const PLURAL = /(?<=\p{Lu})s$/u;
const IN_BRACKETS = /\(([^()\s]{2,12})\)/gu;
/** A long form is no longer than this. */
const FARTHEST = 80;

/** Whether each word of a name is the head of the word in its place: `top-1 acc` of `top-1 accuracy`. */
function isShortened(short: string, long: string): boolean {
  const [heads, words] = [short, long].map((name) => name.toLowerCase().split(/[\s\p{Pd}]+/u));
  if (!heads || !words || heads.length < 2 || heads.length !== words.length) return false;
  const isHead = (head: string, word: string) =>
    head === word ||
    (/^\p{L}+$/u.test(word) &&
      /^\p{L}/u.test(head) &&
      word.length > head.length + 1 &&
      word.startsWith(head));
  return (
    heads.every((head, at) => isHead(head, words[at] ?? '')) &&
    heads.some((head, at) => head === words[at]) &&
    short.length < long.length
  );
}

const NUMBERED = /[\s-]*v?(\d[\d.]*)$/u;

function spellsOut(short: string, long: string): boolean {
  const letters = [...short.toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  const text = long.toLowerCase();
  // LoRA+ is not what LoRA stands for.
  const isShort = /^[^\s+#*^]{2,}$/u.test(short) && /\p{Lu}/u.test(short);
  if (!isShort || letters.length < 2 || long.length < short.length + 2) return false;
  // OSWorld-Verified is no long form of OSWorld but something else.
  if (slug(long).startsWith(slug(short))) return false;
  // An acronym of letters alone spells out words, not a longer name with numbers in it.
  if (/\d/.test(text) && !/\d/.test(short)) return false;
  const plain = PLURAL.test(short) ? letters.slice(0, -1) : letters;
  let at = text.length;
  for (const [index, letter] of [...plain.entries()].reverse()) {
    at = text.lastIndexOf(letter, at - 1);
    if (index === 0) return at >= 0 && text.startsWith(letter);
    if (at <= 0) return false;
  }
  return false;
}
