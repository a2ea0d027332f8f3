import { createRandom } from '../../graph/random.ts';
import type { Tally } from './judgement.ts';
import { f1, sumTallies } from './score.ts';

/** Both ends of a 95 % confidence interval. */
export type Interval = readonly [low: number, high: number];

const RESAMPLES = 1_000;
const SEED = 20_260_314;

/**
 * The interval in which the F1 over documents like these would lie, from the tally of each document:
 * it is taken of 1,000 draws with replacement, and the outer 2.5 % on each side are left out (Efron's
 * percentile bootstrap). The draws are the same each time, and for every measure of the same documents.
 */
export function bootstrapF1(documents: readonly Tally[]): Interval {
  const random = createRandom(SEED);
  const values = Array.from({ length: RESAMPLES }, () => f1(sumTallies(draw(documents, random))));
  values.sort((a, b) => a - b);
  const cut = Math.floor(0.025 * RESAMPLES);
  return [values.at(cut) ?? 0, values.at(-1 - cut) ?? 0];
}

/** As many as there are, any of them any number of times. */
function* draw(tallies: readonly Tally[], random: () => number): Generator<Tally> {
  for (let drawn = 0; drawn < tallies.length; drawn += 1) {
    const tally = tallies[Math.floor(random() * tallies.length)];
    if (tally) yield tally;
  }
}
