/** A formula's content `[start, end)` and the offset after its closing sign. */
export interface Formula {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/**
 * The formula that opens at `at` with `$`, `$$`, `\(` or `\[`, or undefined where the dollar is money.
 *
 * A dollar opens a formula where something other than white space follows it, and closes one where
 * something other than white space precedes it and no digit follows (the rule of pandoc), but for
 * formulas that do not begin with a digit: `$+$9.04`. Prose between two dollars is no formula.
 */
export function findFormula(source: string, at: number, limit: number): Formula | undefined {
  const sign = FENCES.find(([open]) => source.startsWith(open, at));
  if (!sign) return undefined;
  const [open, close] = sign;
  const start = at + open.length;
  const end = findClose(source, start, Math.min(limit, start + LONGEST), close);
  if (end === undefined) return undefined;
  const formula = { start, end, after: end + close.length };
  if (formula.after > limit) return undefined;
  const content = source.slice(start, end);
  if (content.trim() === '' || /\n\s*\n/.test(content)) return undefined;
  return open === '$' && !isInline(content, source[formula.after] ?? '') ? undefined : formula;
}

/** Formulas in abstracts are short; what is longer is two sums of money far apart. */
const LONGEST = 600;

const FENCES = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const;

function findClose(source: string, start: number, limit: number, close: string) {
  for (let at = start; at < limit; at++) {
    if (source.startsWith(close, at)) return at;
    if (source[at] === '\\') at++;
  }
  return undefined;
}

function isInline(content: string, next: string): boolean {
  if (/^\d/.test(content) && (/\d/.test(next) || MONEY.test(content))) return false;
  return /[\\^_]/.test(content) || !(/^\s|\s$/.test(content) || PROSE.test(content));
}

const MONEY = /^\d[\d.,]*[kKMB]?\s+[a-z]{2,}/i;
const PROSE = /[a-z]{2,}[,.]?\s+[a-z]{2,}/i;
