import type { Decision, DecisionOf } from '../schema.ts';
import { compare } from '../union.ts';

/** A decision that cannot be carried out as it stands. It stays in its file until a person takes it back. */
export interface DecisionProblem {
  /** One-based, in `decisions.jsonl`. */
  readonly line: number;
  /** The later line that contradicts it, and wins. */
  readonly other?: number;
  readonly message: string;
}

/** A decision with its line in `decisions.jsonl`. */
export interface NumberedDecision<Kind extends Decision['kind'] = Decision['kind']> {
  readonly line: number;
  readonly decision: DecisionOf<Kind>;
}

/** Decisions in the order in which they were made, whatever the order of their lines. */
export function inOrderOfTime(decisions: readonly Decision[]): NumberedDecision[] {
  return decisions
    .map((decision, index) => ({ line: index + 1, decision }))
    .sort(
      (a, b) =>
        compare(a.decision.at, b.decision.at) ||
        compare(JSON.stringify(a.decision), JSON.stringify(b.decision)),
    );
}

/** The decisions of some kinds, in their order. */
export function ofKinds<Kind extends Decision['kind']>(
  decisions: readonly NumberedDecision[],
  ...kinds: readonly Kind[]
): NumberedDecision<Kind>[] {
  return decisions.flatMap(({ line, decision }) =>
    isOf(decision, kinds) ? [{ line, decision }] : [],
  );
}

function isOf<Kind extends Decision['kind']>(
  decision: Decision,
  kinds: readonly Kind[],
): decision is DecisionOf<Kind> {
  return kinds.some((kind) => kind === decision.kind);
}

export const contradicted = (line: number, other: number): DecisionProblem => ({
  line,
  other,
  message: `line ${other} decides otherwise, later, and wins; undo one of the two`,
});
