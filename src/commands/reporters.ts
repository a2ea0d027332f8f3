import type { Reporter } from '../../graph/analysis/reporter.ts';

/** Whose number or verdict it is, in words. */
export const REPORTERS: Readonly<Record<Reporter, string>> = {
  own: 'its own paper',
  benchmark: "the benchmark's paper",
  other: 'another paper',
};

/** Each name once, in their order: `2601.00001, 2602.00002`. */
export function list(names: readonly (string | null | undefined)[]): string {
  return [...new Set(names.filter(Boolean))].join(', ');
}
