/** How a value is made of something that changes. */
export interface Source<T> {
  /** Tells the states of what it is made of apart; empty where they cannot be told apart. */
  readonly state: () => Promise<string>;
  readonly make: () => Promise<T>;
  /** Ends a value that is outdated and that no one uses any more, such as by closing its file. */
  readonly letGo?: (outdated: T) => void;
}

interface Held<T> {
  readonly state: string;
  readonly value: Promise<T>;
  users: number;
}

/**
 * Makes a value once for each state of what it is made of.
 * @returns lends the value of the state as it is now, for as long as what is done with it takes
 */
export function keepCurrent<T>({
  state: stateNow,
  make,
  letGo = () => undefined,
}: Source<T>): <Result>(use: (value: T) => Result) => Promise<Result> {
  let held: Held<T> | undefined;

  function release(one: Held<T>): void {
    if (one === held || one.users > 0) return;
    // What could not be made has nothing to let go; whoever asked for it was told.
    one.value.then(letGo, () => undefined);
  }

  function replace(state: string): Held<T> {
    const before = held;
    const made = { state, value: make(), users: 0 };
    held = made;
    if (before) release(before);
    made.value.catch(() => {
      // What failed is tried again by whoever asks next.
      if (held === made) held = undefined;
    });
    return made;
  }

  return async (use) => {
    const state = await stateNow();
    const current = state && held?.state === state ? held : replace(state);
    current.users += 1;
    try {
      return use(await current.value);
    } finally {
      current.users -= 1;
      release(current);
    }
  };
}
