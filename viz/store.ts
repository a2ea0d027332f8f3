import type { State } from './state.ts';

export interface Store {
  get(): State;
  /** Replaces the state by what `change` makes of it and tells everyone who listens. */
  update(change: (state: State) => State): void;
  /** Calls `listener` after every change; the returned function ends that. */
  subscribe(listener: (state: State, previous: State) => void): () => void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners = new Set<(state: State, previous: State) => void>();
  return {
    get: () => state,
    update(change) {
      const previous = state;
      state = change(previous);
      if (state === previous) return;
      for (const listener of listeners) listener(state, previous);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
