import { z } from 'zod';

const numbers = z.array(z.number()).readonly();
const places = z.array(z.int()).readonly();

/**
 * Split `i` sends what is at most `threshold[i]` to `left[i]` and the rest to `right[i]`: the next split, or where that
 * is negative the leaf `-1 - next`. Without a split there is one leaf. Splits come after those that lead to them.
 */
const shape = z.object({
  feature: places,
  threshold: numbers,
  left: places,
  right: places,
  leaf: numbers,
});
const tree = shape.refine(leadsToLeaves, 'a split leads nowhere').readonly();

/**
 * Boosted decision trees: the log-odds of a candidate are the sum of the leaves that it comes to, one a tree.
 * Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NeurIPS 2017. `training/trees.py` fits
 * those that decide on entities, `trees.json`.
 */
export const trees = z
  .object({
    /** The names of the features, by the numbers that the splits give. */
    features: z.array(z.string()).readonly(),
    trees: z.array(tree).readonly(),
  })
  .refine(
    ({ features, trees: own }) =>
      own.every(({ feature }) => feature.every((index) => index >= 0 && index < features.length)),
    'a split asks for a feature without a name',
  )
  .readonly();
export type Trees = z.infer<typeof trees>;

/** Log-odds of a candidate by its features; what it does not have is 0. */
export function oddsOf(
  { features, trees: own }: Trees,
  candidate: Readonly<Record<string, number>>,
): number {
  const values = features.map((name) => candidate[name] ?? 0);
  let sum = 0;
  for (const { feature, threshold, left, right, leaf } of own) {
    let next = feature.length > 0 ? 0 : -1;
    while (next >= 0) {
      const isLeft = (values[feature[next] ?? 0] ?? 0) <= (threshold[next] ?? 0);
      next = (isLeft ? left : right)[next] ?? -1;
    }
    sum += leaf[-1 - next] ?? 0;
  }
  return sum;
}

function leadsToLeaves(own: z.infer<typeof shape>): boolean {
  const { threshold, left, right, leaf } = own;
  const { length } = own.feature;
  const leads = (to: number, from: number) =>
    to < 0 ? -to <= leaf.length : to > from && to < length;
  return (
    leaf.length > 0 &&
    [threshold, left, right].every((list) => list.length === length) &&
    [left, right].every((list) => list.every(leads))
  );
}
