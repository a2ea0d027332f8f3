import { createHash } from 'node:crypto';
import type { Decision } from '../../graph/schema.ts';
import { compare } from '../../graph/union.ts';

/**
 * What a decision is called by whoever takes it back: made of what it says, who said it and when, and so the same whatever
 * is decided or taken back besides, and in every library: `k3f9a04c2be`. Its first letter tells it from the number of a line.
 */
export function decisionId({ schema: _, ...said }: Decision): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(sorted(said)))
    .digest('hex');
  return `k${digest.slice(0, DIGITS)}`;
}

/** So many that of twenty thousand libraries with ten thousand decisions each, one has two that share an id. */
const DIGITS = 10;

/** The fields in one order at every depth, whichever a version of the schema gives them. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, sorted(field)] as const);
  return entries.sort(([a], [b]) => compare(a, b));
}
