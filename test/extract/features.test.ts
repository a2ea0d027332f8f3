import { describe, expect, it } from 'vitest';
import type { Considered } from '../../src/extract/considered.ts';
import { entityFeatures } from '../../src/extract/features.ts';
import type { Lexicon } from '../../src/extract/lexicon.ts';
import {
  consideredNumber,
  consideredEntity as entity,
  consideredPair as pair,
} from './considered-things.ts';

const UNKNOWN: Lexicon = { names: {}, words: {} };
const metric = {
  ...entity,
  name: 'decoding speeds',
  type: 'Metric',
  proposed: -9,
  place: 0.5,
  forms: 2,
} as const;
const considered: Considered = {
  entities: [entity, metric],
  pairs: [{ ...pair, relation: 'MEASURED_BY', chances: { MEASURED_BY: 0.7, PART_OF: 0.1 } }],
  numbers: [consideredNumber],
};
const odds = (probability: number) => Math.log(probability / (1 - probability));

describe('entityFeatures(considered, lexicon)', () => {
  it.each([
    ['tags', odds(0.9), odds(0.9)],
    ['type', odds(0.8), odds(0.8)],
    ['mentions', Math.log(3), Math.log(3)],
    ['first', 1, 1],
    ['proposed', 2, -6],
    ['related', odds(0.8), odds(0.8)],
    ['filled', odds(0.6), odds(0.6)],
    ['capitals', 1, 0],
    ['digits', 0, 0],
    ['lower', 0, 1],
    ['words', 0, Math.log(2)],
    ['Method', 1, 0],
    ['Metric', 0, 1],
    ['place', 0.1, 0.5],
    ['order', 0, 1],
    ['forms', 1, 2],
    ['upper', 0, 0],
    ['hyphen', 0, 0],
    ['plural', 0, 1],
    ['large', 3 / 5, 0],
    ['proposals', 0, 1],
    ['source MEASURED_BY', 0.7, 0],
    ['target MEASURED_BY', 0, 0.7],
    ['target PART_OF', 0, 0.1],
  ])('reads %s off an entity', (feature, first, second) => {
    const [one, other] = entityFeatures(considered, UNKNOWN);
    expect(one?.[feature] ?? 0).toBeCloseTo(first);
    expect(other?.[feature] ?? 0).toBeCloseTo(second);
  });

  it('takes -6 for what nothing is said of', () => {
    const [lone] = entityFeatures({ ...considered, pairs: [], numbers: [] }, UNKNOWN);
    expect(lone).toMatchObject({ related: -6, filled: -6 });
  });

  it('knows what a name is elsewhere', () => {
    const usual = (stands: [number, number]) =>
      entityFeatures(considered, { names: { simsd: stands }, words: {} })[0]?.usual ?? 0;
    expect(usual([30, 30])).toBeGreaterThan(2);
    expect(usual([0, 30])).toBeLessThan(-2);
    expect(entityFeatures(considered, UNKNOWN)[0]?.usual).toBeCloseTo(0);
  });

  it('knows how its first and last word are used elsewhere', () => {
    const words = { decoding: [1, 20, 97], speeds: [7, 0, 7] } as const;
    const [, found] = entityFeatures(considered, { names: {}, words });
    expect(found?.last).toBeCloseTo(Math.log(7.3 / 10));
    expect(found?.opening).toBeCloseTo(Math.log(20.3 / 100));
    expect(found?.rarest).toBeCloseTo(Math.log(8));
    const [unknown] = entityFeatures(considered, { names: {}, words });
    expect(unknown?.last).toBeCloseTo(Math.log(0.1));
  });

  it('knows that a name is inside of another', () => {
    const longer = { ...considered, entities: [entity, { ...entity, name: 'SimSD++ 2' }] };
    expect(entityFeatures(longer, UNKNOWN).map(({ inside }) => inside)).toEqual([1, 0]);
  });

  it('gives nothing infinite', () => {
    const certain = { ...entity, tags: 1, sure: 1, proposed: Number.POSITIVE_INFINITY };
    const [found] = entityFeatures({ ...considered, entities: [certain], pairs: [] }, UNKNOWN);
    expect(found).toMatchObject({ tags: 6, type: 6, proposed: 6 });
  });
});
