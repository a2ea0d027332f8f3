import { describe, expect, it } from 'vitest';
import type { GoldResult } from '../../src/evaluate/gold.ts';
import { judgeResults } from '../../src/evaluate/judge-results.ts';
import { toTally } from '../../src/evaluate/judgement.ts';
import type { PredictedResult } from '../../src/evaluate/prediction.ts';
import { sameNameIn } from '../../src/evaluate/same-name.ts';

const gold: GoldResult = {
  subject: 'City-VLM',
  metric: 'accuracy',
  benchmark: null,
  baseline: null,
  value: 31.6,
  unit: '%',
  kind: 'absolute',
  optional: false,
};
const sameName = sameNameIn([
  { name: 'accuracy', types: ['Metric'], aliases: ['Acc.'], required: true },
]);

/** `[right, predicted, gold]` of results, exact and values. */
function judge(predicted: readonly PredictedResult[], golds: readonly GoldResult[] = [gold]) {
  const { results, exact, values } = judgeResults(golds, predicted, sameName);
  return [results, exact, values].map((judged) => Object.values(toTally(judged)));
}

describe('judgeResults(gold, predicted, sameName)', () => {
  it('takes the gold itself for right', () => {
    expect(judge([gold])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('takes other names of what fills a slot', () => {
    expect(judge([{ ...gold, subject: 'city vlm', metric: 'acc' }])[1]).toEqual([1, 1, 1]);
  });

  it.each([{ value: 31.7 }, { unit: null }, { kind: 'gain' }])('asks for %j', (wrong) => {
    expect(judge([{ ...gold, ...wrong }])).toEqual([
      [0, 1, 1],
      [0, 1, 1],
      [0, 1, 1],
    ]);
  });

  it('does not ask results for slots that the gold leaves empty', () => {
    expect(judge([{ ...gold, benchmark: 'DeskCraft', baseline: 'GPT-4o' }])).toEqual([
      [1, 1, 1],
      [0, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('does not ask values for slots', () => {
    expect(judge([{ ...gold, subject: null }])).toEqual([
      [0, 1, 1],
      [0, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('finds each number of the gold once', () => {
    expect(judge([gold, gold, gold], [gold, { ...gold }])[0]).toEqual([2, 3, 2]);
  });

  it('counts what is optional neither as right nor as wrong', () => {
    expect(judge([gold], [{ ...gold, optional: true }])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('shows the number with what it is about', () => {
    const { results } = judgeResults([], [gold], sameName);
    expect(results.predicted[0]?.label).toBe('31.6 % absolute (subject City-VLM, metric accuracy)');
  });
});
