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

/** A slot of a number that both have, filled otherwise than in the gold. */
export interface SlotMistake {
  readonly fault: 'missing' | 'extra' | 'wrong';
  readonly slot: ResultSlot;
  readonly expected: string | null;
  readonly found: string | null;
  /** The number as the gold has it. */
  readonly label: string;
  readonly names: readonly string[];
}

export type JudgedResults = Readonly<Record<ResultMeasure, Judged>> & {
  readonly slots: readonly SlotMistake[];
};

/**
 * Compares the numbers of one document. `values` asks for value, unit and kind; `results` also for
 * subject, metric and benchmark where the gold has them; `exact` for all four slots, empty where the
 * gold's are. A number of the gold is found once by each; what is optional does not count.
 */
export function judgeResults(
  gold: readonly GoldResult[],
  predicted: readonly PredictedResult[],
  sameName: SameName,
): JudgedResults {
  const same = comparisons(sameName);
  const found = {
    results: new Set<GoldResult>(),
    exact: new Set<GoldResult>(),
    values: new Set<GoldResult>(),
  };
  const slots: SlotMistake[] = [];
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
      judged[measure].push({ ...toJudgement(result), right: match !== undefined });
    }
    if (best) slots.push(...findSlotMistakes(best, result, sameName));
  }
  const required = gold.filter((result) => !result.optional);
  const toJudged = (measure: ResultMeasure): Judged => ({
    predicted: judged[measure],
    gold: required.map((result) => ({
      ...toJudgement(result),
      right: found[measure].has(result),
    })),
  });
  return {
    results: toJudged('results'),
    exact: toJudged('exact'),
    values: toJudged('values'),
    slots,
  };
}

type Comparison = (gold: GoldResult, result: PredictedResult) => boolean;

/** By which slots each measure compares two results whose numbers are the same. */
function comparisons(sameName: SameName): Record<ResultMeasure, Comparison> {
  const sameFilling = (gold: GoldResult, result: PredictedResult, slot: ResultSlot): boolean =>
    sameThing(gold[slot], result[slot], sameName);
  return {
    results: (gold, result) =>
      FRAME.every((slot) => !gold[slot] || sameFilling(gold, result, slot)),
    exact: (gold, result) =>
      RESULT_SLOTS.every((slot) => (gold[slot] ? sameFilling(gold, result, slot) : !result[slot])),
    values: () => true,
  };
}

function sameThing(goldName: Name, name: Name, sameName: SameName): boolean {
  if (!goldName || !name) return false;
  return sameName(goldName, name) || nameKey(goldName) === nameKey(name);
}

type Name = string | null | undefined;

function findSlotMistakes(
  gold: GoldResult,
  result: PredictedResult,
  sameName: SameName,
): SlotMistake[] {
  const { label, names } = toJudgement(gold);
  return RESULT_SLOTS.flatMap((slot): SlotMistake[] => {
    const [expected, found] = [gold[slot] || null, result[slot] || null];
    if (expected === found || sameThing(expected, found, sameName)) return [];
    const fault = expected === null ? 'extra' : found === null ? 'missing' : 'wrong';
    return [{ fault, slot, expected, found, label, names }];
  });
}

function sameNumber(gold: GoldResult, result: PredictedResult): boolean {
  return (
    Math.abs(gold.value - result.value) < 1e-9 &&
    (gold.unit ?? null) === (result.unit ?? null) &&
    gold.kind === result.kind
  );
}

const toJudgement = (result: PredictedResult): Omit<Judgement, 'right'> => ({
  type: 'RESULT',
  label: toLabel(result),
  names: [String(Math.abs(result.value)), ...(result.subject ? [result.subject] : [])],
});

/** `31.6 % absolute (subject GPT-5.4, benchmark DeskCraft)` */
function toLabel(result: PredictedResult): string {
  const number = [result.value, result.unit, result.kind].filter((part) => part != null).join(' ');
  const slots = RESULT_SLOTS.filter((slot) => result[slot]).map(
    (slot) => `${slot} ${result[slot]}`,
  );
  return slots.length ? `${number} (${slots.join(', ')})` : number;
}
