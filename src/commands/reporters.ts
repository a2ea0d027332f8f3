import type { Verdict } from '../../graph/analysis/contradictions.ts';
import type { OwnNumbers } from '../../graph/analysis/own-numbers.ts';
import type { Reporter } from '../../graph/analysis/reporter.ts';

/** Whose number or verdict it is, in words. */
export const REPORTERS: Readonly<Record<Reporter, string>> = {
  own: 'its own paper',
  benchmark: "the benchmark's paper",
  sole: 'the only paper that names it',
  other: 'another paper',
};

/** Each name once, in their order: `2601.00001, 2602.00002`. */
export function list(names: readonly (string | null | undefined)[]): string {
  return [...new Set(names.filter(Boolean))].join(', ');
}

/** `93.0 % to 98.0 % in accuracy on GSM8K`: of the one that is said to be better, then of the other. */
export function describeNumbers(numbers: readonly OwnNumbers[]): string {
  return numbers
    .map(({ winner, loser, metric, benchmark }) => {
      const [ours, theirs] = [winner, loser].map((side) => list(side.map(({ label }) => label)));
      return `${ours} to ${theirs} in ${metric?.name}${benchmark ? ` on ${benchmark.name}` : ''}`;
    })
    .join('; ');
}

/** Why a claim is to be doubted; nothing where its paper gives no numbers to the contrary. */
export function contraryNote({ against }: Pick<Verdict, 'against'>): string {
  return against.length > 0 ? `its own numbers say the contrary: ${describeNumbers(against)}` : '';
}
