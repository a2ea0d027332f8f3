import { describe, expect, it } from 'vitest';
import type { GoldEntity } from '../../src/evaluate/gold.ts';
import { judgeEntities } from '../../src/evaluate/judge-entities.ts';
import { toTally } from '../../src/evaluate/judgement.ts';

const desk: GoldEntity = {
  name: 'DeskCraft',
  types: ['Benchmark', 'Dataset'],
  aliases: ['Desk Craft Suite'],
  required: true,
};
const term: GoldEntity = { name: 'LLM', types: ['Model'], aliases: [], required: false };

/** `[right, predicted, gold]` of entities and of names. */
function judge(...predicted: [name: string, type: string, ...aliases: string[]][]) {
  const { entities, names } = judgeEntities(
    [desk, term],
    predicted.map(([name, type, ...aliases]) => ({ name, type, aliases })),
  );
  return [entities, names].map((judged) => Object.values(toTally(judged)));
}

describe('judgeEntities(gold, predicted)', () => {
  it('asks for name and type', () => {
    expect(judge(['DeskCraft', 'Benchmark'])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('takes any alias on either side', () => {
    expect(judge(['DC', 'Dataset', 'Desk-Craft suites'])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('takes a right name of a wrong type for half right', () => {
    expect(judge(['DeskCraft', 'Method'])).toEqual([
      [0, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('counts the same thing once, by its first type', () => {
    expect(judge(['DeskCraft', 'Method'], ['Desk Craft Suite', 'Benchmark'])[0]).toEqual([0, 1, 1]);
  });

  it('counts the same unknown name once', () => {
    expect(judge(['Fool', 'Method'], ['fools', 'Model'], ['Bar', 'Task'])[0]).toEqual([0, 2, 1]);
  });

  it('counts what is optional neither as right nor as wrong', () => {
    expect(judge(['LLMs', 'Method'])).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  it('does not look at papers and results', () => {
    expect(judge(['DeskCraft', 'Paper'], ['31.6 %', 'Result'])[0]).toEqual([0, 0, 1]);
  });

  it('counts an entity under the acceptable type that it was found as', () => {
    const { entities } = judgeEntities(
      [desk],
      [{ name: 'DeskCraft', type: 'Dataset', aliases: [] }],
    );
    expect(entities.gold).toEqual([
      { type: 'Dataset', label: 'DeskCraft', names: ['DeskCraft'], right: true },
    ]);
  });

  it('says which type the gold has', () => {
    const { entities } = judgeEntities([desk], [{ name: 'DeskCraft', type: 'Task', aliases: [] }]);
    expect(entities.predicted[0]?.label).toBe('DeskCraft (Benchmark or Dataset in the gold)');
  });
});
