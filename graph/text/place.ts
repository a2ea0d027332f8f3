import type { Document, Place } from '../schema.ts';
import { toPlain } from './latex.ts';

/** The words at a place of a document as a person sees them. */
export function wordsAt(document: Document, { field, start, end }: Place): string {
  return toPlain(document[field] ?? '').visible(start, end);
}

/** Whether a place lies in another one. */
export const isWithin = (inner: Place, outer: Place): boolean =>
  inner.field === outer.field && inner.start >= outer.start && inner.end <= outer.end;

/** How many code units two places share; 0 or less where they share none. */
export function overlap(a: Place, b: Place): number {
  return a.field === b.field ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0;
}

/** Whether a number at one place is the one at the other, as keys tell numbers apart: by where they begin. */
export const isOneNumber = (a: Place, b: Place): boolean =>
  a.field === b.field && a.start === b.start;
