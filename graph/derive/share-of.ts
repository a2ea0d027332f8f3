import type { Document, ExtractedResult } from '../schema.ts';
import { toPlain } from '../text/latex.ts';

/**
 * What a percentage is a share of, where its sentence says that it is one of another value: such a number is no score,
 * whatever it is a percentage of.
 * `retains 98% of the original accuracy on MATH` -> `the original accuracy`; `solves 98% of the tasks` -> undefined
 */
export function shareOf(
  document: Document,
  { kind, unit, number, evidence }: Pick<ExtractedResult, 'kind' | 'unit' | 'number' | 'evidence'>,
): string | undefined {
  if (kind !== 'absolute' || unit !== '%') return undefined;
  const source = document[number.field] ?? '';
  const isOneField = evidence.field === number.field;
  const [first, last] = isOneField ? [evidence.start, evidence.end] : [0, source.length];
  // Most sentences say nothing of a share, and need not be read as a person sees them.
  if (!/\bof\b/.test(source.slice(first, last))) return undefined;
  const view = toPlain(source);
  const [start, end] = view.toPlain(number.start, number.end);
  const [from, to] = view.toPlain(first, last);
  const after = view.text.slice(end, Math.max(end, to));
  return wholeAfter(after) ?? wholeBefore(view.text.slice(Math.min(from, start), start), after);
}

/** `98% of …`, also where the number begins a range or a list: `90-95% of …`, `94.0% and 98.6% of …` */
const OF =
  /^\s?(?:(?:%|percent\b)?(?:\s?[-–—]+\s?|\s(?:to|and)\s)[~≈]?\d[\d.]*)?\s?(?:%|percent)\s+of\s+/;

function wholeAfter(after: string): string | undefined {
  const [of] = OF.exec(after) ?? [];
  return of === undefined ? undefined : wholeIn(after.slice(of.length));
}

/** `retains 91% of full-cache accuracy on GSM8K and 71% on MATH-500`: the second number is a share of the same. */
function wholeBefore(before: string, after: string): string | undefined {
  if (!/^\s?(?:%|percent)\s+(?:on|for|in)\b/.test(after)) return undefined;
  const said = [...before.matchAll(/\d\s?(?:%|percent)\s+of\s+/g)].at(-1);
  if (!said) return undefined;
  const rest = before.slice(said.index + said[0].length);
  const whole = wholeIn(rest);
  return whole && ANOTHER.test(rest.slice(whole.length)) ? whole : undefined;
}

/** ` on GSM8K and `, ` for images, and only ` */
const ANOTHER = /^\s(?:on|for|in)\s[^.;:%\d]*(?:[\w-]+)?(?:,|,?\sand)\s(?:only\s|about\s)?[~≈]?$/;

/** So many words at most after an article. */
const LONGEST = 5;

/**
 * The phrase at the beginning of a text, if it names a value that something else has: it ends with what is measured
 * (`the teacher's accuracy`) or says from what it departs (`the original model's size`).
 */
function wholeIn(text: string): string | undefined {
  const [article = ''] = /^(?:the|its|their|an?)\s+/.exec(text) ?? [];
  const words: string[] = [];
  for (const word of text.slice(article.length).split(/\s+/).slice(0, LONGEST)) {
    if (BOUNDARIES.has(word)) break;
    const bare = word.replace(/[^\p{L}\p{N}]+$/u, '');
    words.push(bare);
    if (bare !== word) break;
  }
  const last = words.at(-1);
  if (!last || COUNTED.test(last)) return undefined;
  const isValue =
    MEASURED.has(last) || /['’]s$/.test(last) || words.some((word) => REFERENCE.test(word));
  return isValue ? article + words.join(' ') : undefined;
}

const BOUNDARIES = new Set(
  'of on for in at to from with without while when by as that which who and or but between across over under after before than compared using even despite'.split(
    ' ',
  ),
);
/** As they are written in a sentence: "73.6 % of Major Class Accuracy" is a score of that name. */
const MEASURED = new Set(
  'performance accuracy accuracies score quality fidelity capability capabilities utility effectiveness throughput gap gain gains improvement improvements cost costs latency memory VRAM FLOPs compute'.split(
    ' ',
  ),
);
const REFERENCE =
  /^(?:original|vanilla|baselines?|teacher(?:['’]s)?|oracle|unpruned|uncompressed|unquantized|full(?:-.+)?)$/;
/** What a test counts: "45 % of the original questions" is a score. */
const COUNTED =
  /^(?:questions|problems|tasks|instances|samples|cases|queries|examples|images|papers|errors|failures|responses|outputs|users)$/;
