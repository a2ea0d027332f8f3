import type { Amendment } from '../../graph/decisions/amendment.ts';
import type { Outcome } from '../../graph/decisions/wire.ts';
import type { Decision } from '../../graph/schema.ts';

/** Where what a reader puts right goes to: into the library through the server, or into a list to pass on. */
export interface Corrections {
  /** `written` at once, or `collected` until they are downloaded. */
  readonly kind: 'written' | 'collected';
  /** Carries out what a person says of the graph. Rejected with a reason for the reader. */
  amend(said: Amendment): Promise<Outcome>;
  /** Takes back what was said at once, by one of its decisions. */
  undo(decision: Decision): Promise<Outcome>;
  /** Says in whose name what is collected is decided. */
  readonly sign?: (author: string) => void;
  /** What was decided, the first first. */
  decisions(): Promise<readonly Decision[]>;
}

/** Decisions that were made at once, which are also taken back at once. */
export function saidAtOnce(decisions: readonly Decision[]): Decision[][] {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const signature = JSON.stringify([decision.at, decision.author]);
    const group = groups.get(signature);
    if (group) group.push(decision);
    else groups.set(signature, [decision]);
  }
  return [...groups.values()];
}
