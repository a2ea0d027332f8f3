import { describe, expect, it } from 'vitest';
import { type Considered, decide as decideWith, type Judge } from '../../src/extract/judge.ts';
import { lexiconKey } from '../../src/extract/lexicon.ts';

const nothing = { weights: {}, least: 0.5 };
const judge = (own: Partial<Judge>): Judge => ({
  entities: nothing,
  proposals: nothing,
  relations: nothing,
  values: nothing,
  results: nothing,
  ...own,
});

const entity = {
  name: 'SimSD',
  type: 'Method',
  tags: 0.9,
  sure: 0.8,
  mentions: 3,
  first: true,
  proposed: 2,
} as const;
const slot = (of: number | null, probability = 0.5) => ({ entity: of, probability });
const considered: Considered = {
  entities: [entity, { ...entity, name: 'speed', type: 'Metric', tags: 0.4, proposed: -3 }],
  pairs: [
    { source: 0, target: 1, relation: 'MEASURED_BY', probability: 0.7, none: 0.2, together: true },
  ],
  numbers: [
    {
      kind: 'absolute',
      probability: 0.6,
      none: 0.4,
      unit: null,
      slots: (known) => ({
        subject: slot(known(0) ? 0 : null),
        metric: slot(known(1) ? 1 : null),
        benchmark: slot(null),
        baseline: slot(null),
      }),
    },
  ],
};

const decide = (what: Considered, by: Judge, lexicon = {}) => decideWith(what, by, lexicon);

describe('decide', () => {
  it('says nothing that is less likely than the least', () => {
    const entities = { weights: { tags: 1 }, least: 0.5 };
    const values = { weights: { bias: -9 }, least: 0.5 };
    const verdict = decide(considered, judge({ entities, values }));
    expect(verdict.entities).toEqual([expect.closeTo(0.9), undefined]);
    expect(verdict.results).toEqual([undefined]);
  });

  it('says what a number is about, though it is less sure than other things, where the number is said', () => {
    const entities = { weights: { tags: 1 }, least: 0.5 };
    const values = { weights: { bias: 9 }, least: 0.5 };
    const verdict = decide(considered, judge({ entities, values }));
    expect(verdict.entities).toEqual([expect.closeTo(0.9), expect.closeTo(0.4)]);
    expect(verdict.slots[0]?.metric.entity).toBe(1);
  });

  it('fills no slot with what most likely is nothing', () => {
    const [sure, doubtful] = considered.entities;
    const entities = [
      { ...sure, ...entity },
      { ...entity, ...doubtful, tags: 0.2 },
    ];
    const by = judge({ entities: { weights: { tags: 1 }, least: 0.5 } });
    const verdict = decide({ ...considered, entities }, by);
    expect(verdict.entities).toEqual([expect.closeTo(0.9), undefined]);
    expect(verdict.slots[0]?.metric.entity).toBeNull();
  });

  it('says no relation of an entity that is not said', () => {
    const sure = { weights: { bias: 9 }, least: 0.5 };
    const whole = decide(considered, judge({ entities: sure, relations: sure, proposals: sure }));
    expect(whole.relations).toEqual([expect.closeTo(1, 3)]);
    expect(whole.proposals).toEqual([expect.closeTo(1, 3), expect.closeTo(1, 3)]);
    const entities = { weights: { Method: 9, Metric: -9 }, least: 0.5 };
    const half = decide(considered, judge({ entities, relations: sure, proposals: sure }));
    expect(half.relations).toEqual([undefined]);
    expect(half.proposals).toEqual([expect.closeTo(1, 3), undefined]);
  });

  it.each([
    ['related', 0.8],
    ['filled', 0.6],
  ])('knows of an entity how likely it is %s at all', (feature, probability) => {
    const verdict = decide(
      considered,
      judge({ entities: { weights: { [feature]: 1 }, least: 0 } }),
    );
    expect(verdict.entities).toEqual([expect.closeTo(probability), expect.closeTo(probability)]);
  });

  it('takes -6 for an entity that nothing is said of', () => {
    const weights = { related: 1, filled: 1 };
    const verdict = decide(
      { ...considered, pairs: [], numbers: [] },
      judge({ entities: { weights, least: 0 } }),
    );
    expect(verdict.entities[0]).toBeCloseTo(1 / (1 + Math.exp(12)));
  });

  it.each([
    ['capitals', 1, 0],
    ['digits', 0, 0],
    ['words', 0, 0],
    ['mentions', Math.log(3), Math.log(3)],
    ['first', 1, 1],
    ['Metric', 0, 1],
    ['proposed', 2, -3],
  ])('reads the feature %s off an entity', (feature, first, second) => {
    const verdict = decide(
      considered,
      judge({ entities: { weights: { [feature]: 1 }, least: 0 } }),
    );
    const odds = (value = 0) => Math.log(value / (1 - value));
    expect(odds(verdict.entities[0])).toBeCloseTo(first);
    expect(odds(verdict.entities[1])).toBeCloseTo(second);
  });

  it('says a number that is one, however unsure what it is a number of', () => {
    const values = { weights: { score: 1 }, least: 0.5 };
    const results = { weights: { bias: -3 } };
    const verdict = decide(considered, judge({ values, results }));
    expect(verdict.results).toEqual([expect.closeTo(1 / (1 + Math.exp(3)))]);
  });

  it('is as sure of a number as of the least sure thing in its slots', () => {
    const weights = { Method: 3, Metric: 1, entities: 1 };
    const verdict = decide(
      considered,
      judge({
        entities: { weights: { Method: 3, Metric: 1 }, least: 0 },
        results: { weights },
      }),
    );
    expect(verdict.results[0]).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it('fills the slots of a number from what is said', () => {
    const entities = { weights: { Method: 9, Metric: -9 }, least: 0.5 };
    const results = { weights: { entities: 1 } };
    const verdict = decide(considered, judge({ entities, results }));
    expect(verdict.results[0]).toBeCloseTo(1 / (1 + Math.exp(-6)));
  });

  it('knows what a name is elsewhere', () => {
    const by = judge({ entities: { weights: { usual: 1 }, least: 0 } });
    const [usual = 0] = decide(considered, by, { simsd: [30, 30] }).entities;
    const [rare = 0] = decide(considered, by, { simsd: [0, 30] }).entities;
    const [unknown = 0] = decide(considered, by, {}).entities;
    expect(unknown).toBeCloseTo(0.5);
    expect(usual).toBeGreaterThan(0.9);
    expect(rare).toBeLessThan(0.1);
  });

  it('knows that a name is inside of another', () => {
    const longer = { ...considered, entities: [entity, { ...entity, name: 'SimSD++ 2' }] };
    const by = judge({ entities: { weights: { inside: 1 }, least: 0 } });
    expect(decide(longer, by).entities).toEqual([expect.closeTo(0.73, 2), expect.closeTo(0.5)]);
  });

  it('gives probabilities that are none of an infinity', () => {
    const certain = { ...entity, tags: 1, sure: 1, proposed: Number.POSITIVE_INFINITY };
    const verdict = decide(
      { entities: [certain], pairs: [], numbers: [] },
      judge({ entities: { weights: { tags: 1, type: 1, proposed: 1 }, least: 0 } }),
    );
    expect(verdict.entities[0]).toBeCloseTo(1 / (1 + Math.exp(-18)));
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
