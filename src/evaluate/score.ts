import type { Tally } from './judgement.ts';

/** From 0 to 1; 0 where there is nothing to divide by. */
export interface Score extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function toScore(tally: Tally): Score {
  return { precision: precision(tally), recall: recall(tally), f1: f1(tally), ...tally };
}

export function sumTallies(tallies: Iterable<Tally>): Tally {
  let [right, predicted, gold] = [0, 0, 0];
  for (const tally of tallies) {
    right += tally.right;
    predicted += tally.predicted;
    gold += tally.gold;
  }
  return { right, predicted, gold };
}

/** The harmonic mean of precision and recall. */
export function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r > 0 ? (2 * p * r) / (p + r) : 0;
}

const precision = ({ right, predicted }: Tally): number => (predicted > 0 ? right / predicted : 0);
const recall = ({ right, gold }: Tally): number => (gold > 0 ? right / gold : 0);
