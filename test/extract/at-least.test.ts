import { describe, expect, it } from 'vitest';
import { atLeast } from '../../src/extract/at-least.ts';
import { paper } from '../graph/paper.ts';

const facts = paper('a', {
  text: 'SimSD beats EAGLE on MATH-500 with 31.6%.',
  entities: [
    ['SimSD', 'Method'],
    ['EAGLE', 'Method'],
    ['MATH-500', 'Benchmark'],
  ],
  relations: [
    ['Paper', 'PROPOSES', 'SimSD'],
    ['SimSD', 'OUTPERFORMS', 'EAGLE'],
  ],
});

describe('atLeast(facts, least)', () => {
  const sure = (name: string, confidence: number) => ({
    ...facts,
    entities: facts.entities.map((own) => (own.name === name ? { ...own, confidence } : own)),
  });

  it('keeps everything at 0', () => {
    expect(atLeast(facts, 0)).toEqual(facts);
  });

  it('leaves out a thing and what is said of it', () => {
    const left = atLeast(sure('EAGLE', 0.4), 0.5);
    expect(left.entities.map(({ name }) => name)).toEqual(['SimSD', 'MATH-500']);
    expect(left.relations.map(({ type }) => type)).toEqual(['PROPOSES']);
  });

  it('empties the slots of a number that a thing has filled', () => {
    const at = { field: 'text', start: 35, end: 40 } as const;
    const result = {
      subject: 'SimSD',
      metric: null,
      benchmark: 'MATH-500',
      baseline: 'EAGLE',
      value: 31.6,
      unit: '%',
      kind: 'absolute',
      qualifier: null,
      direction: null,
      evidence: { field: 'text', start: 0, end: 41 },
      number: at,
      by: 'model',
      confidence: 0.9,
    } as const;
    const [left] = atLeast({ ...sure('EAGLE', 0.4), results: [result] }, 0.5).results;
    expect(left).toEqual({ ...result, baseline: null });
    expect(atLeast({ ...facts, results: [{ ...result, confidence: 0.3 }] }, 0.5).results).toEqual(
      [],
    );
  });

  it('leaves out a relation that is less sure', () => {
    const relations = facts.relations.map((own) => ({ ...own, confidence: 0.49 }));
    expect(atLeast({ ...facts, relations }, 0.5).relations).toEqual([]);
  });
});
