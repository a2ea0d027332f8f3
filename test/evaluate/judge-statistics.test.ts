import { describe, expect, it } from 'vitest';
import { judgeStatistics } from '../../src/evaluate/judge-statistics.ts';
import { toTally } from '../../src/evaluate/judgement.ts';

const sameName = (a: string, b: string) => a === b;
const count = (entity: string, value: number | string, what = 'tasks') => ({ entity, what, value });
const judge = (
  gold: ReturnType<typeof count>[],
  found: { entity: string; what: string; value: number }[],
) => toTally(judgeStatistics(gold, found, sameName));

describe('judgeStatistics(gold, predicted, sameName)', () => {
  it('compares entity and value, whatever the count is called', () => {
    const found = [
      { entity: 'DeskCraft', what: 'long tasks', value: 538 },
      { entity: 'OSWorld', what: 'tasks', value: 538 },
    ];
    expect(judge([count('DeskCraft', 538)], found)).toEqual({ right: 1, predicted: 2, gold: 1 });
  });

  it('counts once what is said twice', () => {
    const twice = { entity: 'DeskCraft', what: 'tasks', value: 538 };
    expect(judge([count('DeskCraft', 538)], [twice, twice])).toMatchObject({ predicted: 1 });
  });

  it('reads a number that is written as a text, and leaves out what is none', () => {
    const gold = [count('A', '28,511'), count('A', 'three'), count('A', '')];
    const found = [{ entity: 'A', what: 'pairs', value: 28_511 }];
    expect(judge(gold, found)).toEqual({ right: 1, predicted: 1, gold: 1 });
  });
});
