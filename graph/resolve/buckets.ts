/** Numbers in buckets, in the order in which they were put there: compact, for millions of them. */
export interface Buckets {
  readonly amount: number;
  of(bucket: number): Int32Array;
}

/**
 * Puts numbers into buckets.
 * @param amount how many buckets there are
 * @param fill puts each number into a bucket; called twice, since buckets are measured before they are filled
 */
export function toBuckets(
  amount: number,
  fill: (put: (bucket: number, item: number) => void) => void,
): Buckets {
  const ends = new Int32Array(amount + 1);
  fill((bucket) => {
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1;
  });
  for (let bucket = 1; bucket <= amount; bucket += 1) {
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  }
  const items = new Int32Array(ends[amount] ?? 0);
  const next = ends.slice(0, amount);
  fill((bucket, item) => {
    const at = next[bucket] ?? 0;
    items[at] = item;
    next[bucket] = at + 1;
  });
  return { amount, of: (bucket) => items.subarray(ends[bucket], ends[bucket + 1]) };
}
