import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { goldDocument } from '../../src/evaluate/gold.ts';
import { prediction } from '../../src/evaluate/prediction.ts';

const TEXT = 'We propose GRPO for visual grounding. GRPO reaches 31.6% on OSWorld. It beats PPO.';
const result = { subject: 'GRPO', benchmark: 'OSWorld', value: 31.6, unit: '%', kind: 'absolute' };
const gold = goldDocument.parse({
  id: 'a',
  text: TEXT,
  entities: [
    { name: 'GRPO', types: ['Method'] },
    { name: 'PPO', types: ['Method'] },
    { name: 'visual grounding', types: ['Task'] },
    { name: 'OSWorld', types: ['Benchmark'] },
  ],
  relations: [['GRPO', 'OUTPERFORMS', 'PPO']],
  results: [result],
  statistics: [],
});
const [FIRST, SECOND, THIRD] = TEXT.split(/(?<=\.) /);

function mistakes(found: object): (string | null)[][] {
  return evaluate([gold], [prediction.parse({ id: 'a', ...found })]).mistakes.map(
    ({ kind, expected, found: said, sentence }) => [kind, expected, said, sentence],
  );
}

const NAMES = [
  { name: 'GRPO', type: 'Method' },
  { name: 'PPO', type: 'Method' },
  { name: 'visual grounding', type: 'Task' },
  { name: 'OSWorld', type: 'Benchmark' },
];
const RELATIONS = [{ source: 'GRPO', type: 'OUTPERFORMS', target: 'PPO' }];
const ALL = { entities: NAMES, relations: RELATIONS, results: [result] };

describe('findMistakes(gold, judged)', () => {
  it('finds none where all is right', () => {
    expect(mistakes(ALL)).toEqual([]);
  });

  it('tells a wrong border from a missed and an extra name', () => {
    const entities = [
      ...NAMES.filter(({ type }) => type === 'Benchmark' || type === 'Method'),
      { name: 'grounding', type: 'Task' },
      { name: 'agent', type: 'Task' },
    ].filter(({ name }) => name !== 'PPO');
    expect(mistakes({ ...ALL, entities })).toEqual([
      ['missed name', 'PPO', null, THIRD],
      ['wrong border', 'visual grounding', 'grounding', FIRST],
      ['extra name', null, 'agent', null],
    ]);
  });

  it('tells a wrong type', () => {
    const entities = NAMES.map((one) =>
      one.name === 'OSWorld' ? { ...one, type: 'Dataset' } : one,
    );
    expect(mistakes({ ...ALL, entities })).toEqual([
      ['wrong type', null, 'OSWorld (Benchmark in the gold)', SECOND],
    ]);
  });

  it('groups relations by type', () => {
    const relations = [{ source: 'GRPO', type: 'BUILDS_ON', target: 'PPO' }];
    expect(mistakes({ ...ALL, relations }).map(([kind]) => kind)).toEqual([
      'missed OUTPERFORMS',
      'extra BUILDS_ON',
    ]);
  });

  it('tells slot by slot what is wrong with a number that was found', () => {
    const results = [{ ...result, subject: 'PPO', benchmark: null, baseline: 'PPO' }];
    const label = '31.6 % absolute (subject GRPO, benchmark OSWorld)';
    expect(mistakes({ ...ALL, results })).toEqual([
      ['wrong subject', `GRPO at ${label}`, 'PPO', SECOND],
      ['missing benchmark', `OSWorld at ${label}`, null, SECOND],
      ['extra baseline', `none at ${label}`, 'PPO', SECOND],
    ]);
  });

  it('tells a number that was not found', () => {
    const results = [{ ...result, value: 30 }];
    expect(mistakes({ ...ALL, results }).map(([kind]) => kind)).toEqual([
      'missed number',
      'extra number',
    ]);
  });
});
