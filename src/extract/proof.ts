import type { DropReason, ExtractedEntity, Place } from '../../graph/schema.ts';

/** Counts what is dropped, and why. */
export type Drop = (reason: DropReason) => undefined;
/** The entities that are proven, by their place in the draft. */
export type Known = ReadonlyMap<number, ExtractedEntity>;

export const overlap = (a: Place, b: Place): boolean =>
  a.field === b.field && a.start < b.end && b.start < a.end;

/** A probability with two decimals; what is none counts as 0. */
export const probability = (value: number): number =>
  Number.isFinite(value) ? Math.round(Math.min(1, Math.max(0, value)) * 100) / 100 : 0;
