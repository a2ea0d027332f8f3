import { RESULT_SLOTS, type ResultSlot } from '../../graph/schema.ts';
import type { GoldResult } from './gold.ts';
import type { Judged, Judgement } from './judgement.ts';
import { nameKey } from './name-key.ts';
import type { PredictedResult } from './prediction.ts';
import type { SameName } from './same-name.ts';

/** Subject, metric and benchmark: what a result is about, whatever it is compared with. */
const FRAME = RESULT_SLOTS.filter((slot) => slot !== 'baseline');

const RESULT_MEASURES = ['results', 'exact', 'values'] as const;
type ResultMeasure = (typeof RESULT_MEASURES)[number];

/**
 * Compares the numbers of one document. `values` asks for value, unit and kind; `results` also for
 * subject, metric and benchmark where the gold has them; `exact` for all four slots, empty where the
 * gold's are. A number of the gold is found once by each; what is optional does not count.
 */
export function judgeResults(
  gold: readonly GoldResult[],
  predicted: readonly PredictedResult[],
  sameName: SameName,
): Record<ResultMeasure, Judged> {
  const same = comparisons(sameName);
  const found = {
    results: new Set<GoldResult>(),
    exact: new Set<GoldResult>(),
    values: new Set<GoldResult>(),
  };
  const judged: Record<ResultMeasure, Judgement[]> = { results: [], exact: [], values: [] };
  for (const result of predicted) {
    const rivals = gold.filter((other) => sameNumber(other, result));
    const findMatch = (measure: ResultMeasure) =>
      rivals.find((other) => !found[measure].has(other) && same[measure](other, result));
    const best = findMatch('results') ?? findMatch('values');
    if (best?.optional) {
      found.values.add(best);
      continue;
    }
    for (const measure of RESULT_MEASURES) {
      const match = findMatch(measure);
      if (match) found[measure].add(match);
      judged[measure].push({ type: 'RESULT', label: toLabel(result), right: match !== undefined });
    }
  }
  const required = gold.filter((result) => !result.optional);
  const toJudged = (measure: ResultMeasure): Judged => ({
    predicted: judged[measure],
    gold: required.map((result) => ({
      type: 'RESULT',
      label: toLabel(result),
      right: found[measure].has(result),
    })),
  });
  return { results: toJudged('results'), exact: toJudged('exact'), values: toJudged('values') };
}

type Comparison = (gold: GoldResult, result: PredictedResult) => boolean;

/** By which slots each measure compares two results whose numbers are the same. */
function comparisons(sameName: SameName): Record<ResultMeasure, Comparison> {
  const sameFilling = (gold: GoldResult, result: PredictedResult, slot: ResultSlot): boolean => {
    const [goldName, name] = [gold[slot], result[slot]];
    if (!goldName || !name) return false;
    return sameName(goldName, name) || nameKey(goldName) === nameKey(name);
  };
  return {
    results: (gold, result) =>
      FRAME.every((slot) => !gold[slot] || sameFilling(gold, result, slot)),
    exact: (gold, result) =>
      RESULT_SLOTS.every((slot) => (gold[slot] ? sameFilling(gold, result, slot) : !result[slot])),
    values: () => true,
  };
}

function sameNumber(gold: GoldResult, result: PredictedResult): boolean {
  return (
    Math.abs(gold.value - result.value) < 1e-9 &&
    (gold.unit ?? null) === (result.unit ?? null) &&
    gold.kind === result.kind
  );
}

/** `31.6 % absolute (subject GPT-5.4, benchmark DeskCraft)` */
function toLabel(result: PredictedResult): string {
  const number = [result.value, result.unit, result.kind].filter((part) => part != null).join(' ');
  const slots = RESULT_SLOTS.filter((slot) => result[slot]).map(
    (slot) => `${slot} ${result[slot]}`,
  );
  return slots.length ? `${number} (${slots.join(', ')})` : number;
}
