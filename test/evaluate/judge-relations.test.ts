import { describe, expect, it } from 'vitest';
import type { GoldEntity, GoldRelation } from '../../src/evaluate/gold.ts';
import { judgeRelations } from '../../src/evaluate/judge-relations.ts';
import { toTally } from '../../src/evaluate/judgement.ts';
import { sameNameIn } from '../../src/evaluate/same-name.ts';

const entities: GoldEntity[] = [
  { name: 'GRPO', types: ['Method'], aliases: ['Group Policy'], required: true },
  { name: 'OSWorld', types: ['Benchmark'], aliases: [], required: true },
];
const gold: GoldRelation[] = [
  { source: 'GRPO', type: 'EVALUATED_ON', target: 'OSWorld', optional: false },
  { source: 'Paper', type: 'PROPOSES', target: 'GRPO', optional: false },
  { source: 'Paper', type: 'PROPOSES', target: 'OSWorld', optional: true },
];

/** `[right, predicted, gold]` */
function judge(...predicted: [source: string, type: string, target: string][]) {
  const relations = predicted.map(([source, type, target]) => ({ source, type, target }));
  return Object.values(toTally(judgeRelations(gold, relations, sameNameIn(entities))));
}

describe('judgeRelations(gold, predicted, sameName)', () => {
  it('asks for both ends and the type', () => {
    expect(judge(['Paper', 'PROPOSES', 'GRPO'])).toEqual([1, 1, 2]);
    expect(judge(['Paper', 'ADDRESSES', 'GRPO'])).toEqual([0, 1, 2]);
    expect(judge(['OSWorld', 'EVALUATED_ON', 'GRPO'])).toEqual([0, 1, 2]);
  });

  it('takes any name of an end', () => {
    expect(judge(['group-policy', 'EVALUATED_ON', 'OS World'])).toEqual([1, 1, 2]);
  });

  it('takes the paper for nothing but itself', () => {
    expect(judge(['paper', 'PROPOSES', 'GRPO'])).toEqual([0, 1, 2]);
  });

  it('counts once what is said twice, in whichever names', () => {
    expect(
      judge(
        ['GRPO', 'EVALUATED_ON', 'OSWorld'],
        ['GRPO', 'EVALUATED_ON', 'os-world'],
        ['Group Policy', 'EVALUATED_ON', 'OSWorld'],
        ['Fool', 'EVALUATED_ON', 'OSWorld'],
        ['fools', 'EVALUATED_ON', 'OSWorld'],
      ),
    ).toEqual([1, 2, 2]);
  });

  it('counts what is optional neither as right nor as wrong', () => {
    expect(judge(['Paper', 'PROPOSES', 'OSWorld'])).toEqual([0, 0, 2]);
  });

  it('does not look at mentions', () => {
    expect(judge(['Paper', 'MENTIONS', 'GRPO'])).toEqual([0, 0, 2]);
  });
});
