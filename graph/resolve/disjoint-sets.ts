/** Numbers from 0 on, each in a set of its own until sets are united (Galler and Fischer, 1964). */
export interface DisjointSets {
  /** The number that stands for a set. */
  find(item: number): number;
  unite(a: number, b: number): void;
}

export function createDisjointSets(): DisjointSets {
  const parents: number[] = [];
  const find = (item: number): number => {
    let root = item;
    for (let up = parents[root]; up !== undefined && up !== root; up = parents[root]) root = up;
    for (let at = item; at !== root; ) {
      const up = parents[at] ?? root;
      parents[at] = root;
      at = up;
    }
    return root;
  };
  const unite = (a: number, b: number) => {
    const [one, other] = [find(a), find(b)];
    // The smaller number stands for both, so that nothing hangs on the order.
    parents[Math.max(one, other)] = Math.min(one, other);
  };
  return { find, unite };
}
