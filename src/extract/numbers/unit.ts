import type { Unit } from '../../../graph/schema.ts';
import { isFactor } from '../number-words.ts';
import type { Span } from '../read.ts';

/**
 * The unit that is written at a number, in a text without LaTeX; undefined where the words leave it open.
 * The first number of a range or of a list bears the unit of the last: 80 in "80-83%" is a percentage, 2 in
 * "2 to 7x" a factor, 5 in "by 5 and 10 points" points. What doubles has the factor 2.
 */
export function readUnit(text: string, [start, end]: Span): Unit | undefined {
  if (FACTOR.test(text.slice(Math.max(0, start - 30), start))) return 'x';
  if (isFactor(text.slice(start, end)) || ORDERS_OF_MAGNITUDE.test(text.slice(end, end + 40)))
    return 'x';
  for (let at = end, numbers = 0; numbers < LIST; numbers++) {
    const after = text.slice(at, at + 60);
    const unit = UNITS_AFTER.find(([, words]) => words.test(after))?.[0];
    if (unit) return unit;
    const next = NEXT.exec(after);
    if (!next) return undefined;
    at += next[0].length;
  }
  return undefined;
}

/** After the power of ten, also that which begins a range: 3 in "3-5 orders of magnitude". */
export const ORDERS_OF_MAGNITUDE =
  /^(?:\s?(?:[-–—~]+|to)\s?\d+)?[\s-]orders?[\s-]of[\s-]magnitude\b/;

/** Numbers of a list that are looked at for a unit. */
const LIST = 6;
const FACTOR =
  /(?<![\d\s)])\s?×\s?$|\bfactors? of\s+(?:about |up to |over |more than |approximately |around |nearly )?[~≈]?(?:[\d.]+ (?:to|and|or) )?$/i;

/** What follows a number; points come first, since "10 % points" are points. */
const UNITS_AFTER: readonly (readonly [Unit, RegExp])[] = [
  [
    'points',
    /^\+?[\s-]*(?:(?:%|percent(?:age)?)[\s-]*(?:points?|pts?\b|p\b)|pp\b|p\.p\.|pts?\b|(?:(?!(?:data|time|key|view|check|end|way)\b)[\p{L}\p{N}@._₁-]+[\s-]+){0,3}points?\b)/iu,
  ],
  ['%', /^\+?\s*(?:%|percent\b|per cent\b)/i],
  ['x', /^\+?\s*(?:(?:×|[xX]\b)(?!\s*\d)|times\b|-?\s?folds?\b)/],
];

/** From one number of a range or a list to the end of the next. */
const NEXT =
  /^\s*(?:[-–—−~]+|±|\+\/-|to|and|or|\/|,(?:\s*(?:and|or))?)\s*(?!95 ?%? (?:CI|conf))[+\-−~$<>≈]*\d[\d,]*(?:\.\d+)?/;
