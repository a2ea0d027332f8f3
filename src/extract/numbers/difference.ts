import type { ExtractedResult, ResultKind } from '../../../graph/schema.ts';
import type { Span } from '../read.ts';
import { readUnit } from './unit.ts';

type Difference = ExtractedResult['difference'];

/**
 * Whether a gain or a reduction is relative to what it is compared with or counted in points, in a text without LaTeX:
 * "a relative improvement of 5 %" is relative, "5 percentage points" and "an absolute gain of 5 %" are points, and
 * so is 12.5 in "from 45.0 % to 57.5 % (+12.5 %)". Undefined for what is no difference, and where the words do not say.
 */
export function readDifference(text: string, [start, end]: Span, kind: ResultKind): Difference {
  if (kind !== 'gain' && kind !== 'reduction') return undefined;
  if (readUnit(text, [start, end]) === 'points') return 'points';
  const after = text.slice(end, end + 40);
  const before = text.slice(Math.max(0, start - 70), start);
  const said = AFTER.exec(after) ?? BEFORE.exec(before);
  if (said) return said[1] ? 'relative' : 'points';
  return byEnds(Number(text.slice(start, end).replaceAll(',', '')), before);
}

const AFTER =
  /^\s*(?:%|percent|per cent)?\s*(?:(?:average|mean|overall|further)\s)?(?:(relative(?:ly)?)|absolute(?:ly)?)\b/i;
const BEFORE =
  /\b(?:(relative(?:ly)?)|absolute(?:ly)?)\b(?! (?:to|error|percentage))[^.;,\d]{0,45}(?:by|of|is|to)?\s?(?:up to |over |more than |about |approximately |~)?[+-]?$/i;

/** A difference beside the two numbers that it is the difference of. */
function byEnds(size: number, before: string): Difference {
  const [, from, to] = ENDS.exec(before) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [a, b] = [Number(from), Number(to)];
  const points = Math.abs(b - a);
  const near = (value: number) => Math.abs(value - size) <= 0.051 * Math.max(1, size / 50);
  const isPoints = near(points);
  const isRelative = a !== 0 && near((100 * points) / a);
  return isPoints === isRelative ? undefined : isPoints ? 'points' : 'relative';
}

/** "from 45.0 % to 57.5 % (+" */
const ENDS =
  /(?<![\d.])(\d+(?:\.\d+)?)\s?%?\s(?:to|→|->)\s(\d+(?:\.\d+)?)\s?%?[^.;\d]{0,25}[+\-~(]\s?$/;
