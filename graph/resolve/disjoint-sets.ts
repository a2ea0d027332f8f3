/** Numbers from 0 on, each in a set of its own until sets are united (Galler and Fischer, 1964). */
export interface DisjointSets {
  /** The least number of a set stands for it. */
  find(item: number): number;
  unite(a: number, b: number): void;
}

/** @param expected how many numbers there will be, where that is known; more find room too */
export function createDisjointSets(expected = 64): DisjointSets {
  // How far below an item its parent is: 0 for one that stands for its set, and for all that nobody united.
  let steps = new Int32Array(expected);
  const find = (item: number): number => {
    let root = item;
    for (let step = steps[root]; step; step = steps[root]) root -= step;
    for (let at = item; at !== root; ) {
      const up = at - (steps[at] ?? 0);
      steps[at] = at - root;
      at = up;
    }
    return root;
  };
  const unite = (a: number, b: number) => {
    const [one, other] = [find(a), find(b)];
    const greater = Math.max(one, other);
    if (greater >= steps.length) {
      const room = new Int32Array(2 * greater + 1);
      room.set(steps);
      steps = room;
    }
    // The smaller number stands for both, so that nothing hangs on the order.
    steps[greater] = Math.abs(one - other);
  };
  return { find, unite };
}
