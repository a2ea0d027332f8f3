import type { State } from '../state.ts';

/** The steps of a reader: where they were, are, and could go again. */
export interface Trail {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

const MOST_STEPS = 200;

export const beginTrail = (state: State): Trail => ({ past: [], present: state, future: [] });

/**
 * Takes a change of the state down. What the pointer is on is no step; a state that was left before is the way back to
 * it, or forward, so that the browser's own buttons and these are one.
 */
export function follow(trail: Trail, state: State): Trail {
  if (isSameStep(trail.present, state)) return { ...trail, present: state };
  const before = trail.past.at(-1);
  if (before && isSameStep(before, state)) return stepBack(trail) ?? trail;
  const [next] = trail.future;
  if (next && isSameStep(next, state)) return stepForward(trail) ?? trail;
  return {
    past: [...trail.past, trail.present].slice(-MOST_STEPS),
    present: state,
    future: [],
  };
}

/** One step back; nothing where there is none. */
export function stepBack({ past, present, future }: Trail): Trail | undefined {
  const before = past.at(-1);
  return before && { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** One step forward; nothing where there is none. */
export function stepForward({ past, present, future }: Trail): Trail | undefined {
  const [next, ...later] = future;
  return next && { past: [...past, present], present: next, future: later };
}

/** Whether two states show the same, whatever the pointer is on. */
export function isSameStep(a: State, b: State): boolean {
  const keys = Object.keys(a) as (keyof State)[]; // a state has no other keys
  return keys.every((key) => key === 'hovered' || isEqual(a[key], b[key]));
}

function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Set && b instanceof Set) {
    return a.size === b.size && [...a].every((value) => b.has(value));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isEqual(Reflect.get(a, key), Reflect.get(b, key)))
  );
}
