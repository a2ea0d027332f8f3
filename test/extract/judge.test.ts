import { describe, expect, it } from 'vitest';
import type { Considered, ConsideredPair } from '../../src/extract/considered.ts';
import { decide as decideBy, type Judge } from '../../src/extract/judge.ts';
import { lexiconKey } from '../../src/extract/lexicon.ts';
import type { Trees } from '../../src/extract/trees.ts';
import {
  consideredNumber,
  consideredPair,
  consideredEntity as entity,
} from './considered-things.ts';

const nothing = { weights: {}, least: 0.5 };
const always = (odds: number): Trees => ({
  features: [],
  trees: [{ feature: [], threshold: [], left: [], right: [], leaf: [odds] }],
});
/** Odds of what has a feature above a threshold, and of all else. */
const split = (feature: string, threshold: number, above: number, below: number): Trees => ({
  features: [feature],
  trees: [{ feature: [0], threshold: [threshold], left: [-1], right: [-2], leaf: [below, above] }],
});

const pair: ConsideredPair = {
  ...consideredPair,
  relation: 'MEASURED_BY',
  chances: { MEASURED_BY: 0.7, PART_OF: 0.1 },
};
const considered: Considered = {
  entities: [entity, { ...entity, name: 'speed', type: 'Metric', tags: 0.4, proposed: -3 }],
  pairs: [pair],
  numbers: [consideredNumber],
};

interface Own extends Partial<Judge> {
  readonly trees?: Trees;
}

const decide = (what: Considered, { trees = always(0), ...own }: Own) =>
  decideBy(what, {
    judge: {
      entities: nothing,
      proposals: nothing,
      relations: nothing,
      values: nothing,
      results: nothing,
      ...own,
    },
    trees,
    lexicon: { names: {}, words: {} },
  });

/** Of the first thing by its tags, of the second, which is less sure. */
const bySureness = (second: number) => split('tags', 0, 3, second);
const sure = { weights: { bias: 9 }, least: 0.5 };

describe('decide(considered, model)', () => {
  it('says nothing that is less likely than the least', () => {
    const values = { weights: { bias: -9 }, least: 0.5 };
    const verdict = decide(considered, { values, trees: bySureness(-1) });
    expect(verdict.entities).toEqual([expect.closeTo(1 / (1 + Math.exp(-3))), undefined]);
    expect(verdict.results).toEqual([undefined]);
  });

  it('says what a number is about, though it is less sure than other things, where the number is said', () => {
    const verdict = decide(considered, { values: sure, trees: bySureness(-0.5) });
    expect(verdict.entities).toEqual([expect.anything(), expect.closeTo(0.38, 2)]);
    expect(verdict.slots[0]?.metric.entity).toBe(1);
  });

  it('fills no slot with what most likely is nothing', () => {
    const verdict = decide(considered, { trees: bySureness(-2) });
    expect(verdict.entities).toEqual([expect.anything(), undefined]);
    expect(verdict.slots[0]?.metric.entity).toBeNull();
  });

  it('says no relation of an entity that is not said', () => {
    const whole = decide(considered, { relations: sure, proposals: sure });
    expect(whole.relations).toEqual([expect.closeTo(1, 3)]);
    expect(whole.proposals).toEqual([expect.closeTo(1, 3), expect.closeTo(1, 3)]);
    const half = decide(considered, { relations: sure, proposals: sure, trees: bySureness(-9) });
    expect(half.relations).toEqual([undefined]);
    expect(half.proposals).toEqual([expect.closeTo(1, 3), undefined]);
  });

  it.each([
    ['score', Math.log(0.7 / 0.3)],
    ['source', 3],
    ['target', 1],
    ['together', 1],
    ['MEASURED_BY', 1],
    ['PART_OF', 0],
  ])('weighs the feature %s of a relation', (feature, value) => {
    const relations = { weights: { [feature]: 1 }, least: 0 };
    const { relations: found } = decide(considered, { relations, trees: bySureness(1) });
    expect(found).toEqual([expect.closeTo(1 / (1 + Math.exp(-value)))]);
  });

  it('says a number that is one, however unsure what it is a number of', () => {
    const values = { weights: { score: 1 }, least: 0.5 };
    const results = { weights: { bias: -3 } };
    const verdict = decide(considered, { values, results });
    expect(verdict.results).toEqual([expect.closeTo(1 / (1 + Math.exp(3)))]);
  });

  it('is as sure of a number as of the least sure thing in its slots', () => {
    const results = { weights: { entities: 1 } };
    const verdict = decide(considered, { results, trees: bySureness(1) });
    expect(verdict.results[0]).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it('is as sure as can be of a number with nothing in its slots', () => {
    const results = { weights: { entities: 1 } };
    const verdict = decide(considered, { results, trees: always(-9) });
    expect(verdict.results[0]).toBeCloseTo(1 / (1 + Math.exp(-6)));
  });
});

describe('lexiconKey', () => {
  it.each([
    ['Chain-of-Thoughts', 'chainofthought'],
    ['\\textbf{SimSD++}', 'simsd++'],
    ['loss', 'loss'],
    ['LLMs', 'llm'],
    ['MDS', 'mds'],
    ['ρ', ''],
  ])('looks %s up as %s', (name, key) => {
    expect(lexiconKey(name)).toBe(key);
  });
});
