import type { DropReason, ExtractedEntity } from '../../graph/schema.ts';

/** Counts what is dropped, and why. */
export type Drop = (reason: DropReason) => undefined;
/** The entities that are proven, by their place in the draft. */
export type Known = ReadonlyMap<number, ExtractedEntity>;

/** A probability with two decimals; what is none counts as 0. */
export const probability = (value: number): number =>
  Number.isFinite(value) ? Math.round(Math.min(1, Math.max(0, value)) * 100) / 100 : 0;
