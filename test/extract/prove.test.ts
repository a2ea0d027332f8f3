import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allows,
  type Document,
  DROP_REASONS,
  ENTITY_TYPES,
  type EntityType,
  extraction,
  fits,
  JOIN_RULES,
  type Place,
  RELATION_TYPES,
  RESULT_KINDS,
  RESULT_SLOTS,
  SCHEMA_VERSION,
  UNITS,
} from '../../graph/schema.ts';
import type { Draft, DraftEntity } from '../../src/extract/draft.ts';
import { type Facts, prove } from '../../src/extract/prove.ts';
import type { Span } from '../../src/extract/read.ts';
import { createViews } from '../../src/extract/views.ts';

const document: Document = {
  id: 'd',
  title: 'Re-Think',
  text: 'We propose \\textbf{\\underline{Re}}think. It reaches 31.6\\% on MATH-500 $^2$, 1.5x faster.',
};
const source = `${document.title} . ${document.text}`;
const at = (words: string): Span => [source.indexOf(words), source.indexOf(words) + words.length];
const entity = (type: string, ...mentions: Span[]): DraftEntity => ({
  name: mentions[0] ?? [0, 1],
  type,
  mentions,
  confidence: 0.876,
});
const draft = (parts: Partial<Draft>): Draft => ({
  entities: [],
  relations: [],
  results: [],
  ...parts,
});
const proved = (parts: Partial<Draft>) => prove(document, draft(parts), createViews(document));

const rethink = entity('Method', at('\\underline{Re}}think'));
const math = entity('Benchmark', at('MATH-500'));
const whole: Span = [source.indexOf('We'), source.length];
const relation = (source: number | 'Paper', type: string, target: number) => ({
  source,
  type,
  target,
  evidence: whole,
  by: 'model',
  confidence: 0.5,
});
const result = {
  kind: 'absolute',
  unit: '%',
  number: at('31.6'),
  evidence: whole,
  subject: 0,
  metric: null,
  benchmark: 1,
  baseline: null,
  by: 'model',
  confidence: 1,
};

describe('prove(document, draft, views)', () => {
  it('names things as a reader sees them, with places in their field', () => {
    const { entities } = proved({ entities: [rethink, entity('Method', at('Re-Think'))] });
    expect(entities[0]).toMatchObject({ name: 'Rethink', confidence: 0.88 });
    expect(entities[0]?.mentions[0]?.field).toBe('text');
  });

  it('keeps what the text bears out', () => {
    const { relations, results, dropped } = proved({
      entities: [rethink, math],
      relations: [relation('Paper', 'PROPOSES', 0), relation(0, 'EVALUATED_ON', 1)],
      results: [result],
    });
    expect(relations.map(({ source, type, target }) => [source, type, target])).toEqual([
      ['Paper', 'PROPOSES', 'Rethink'],
      ['Rethink', 'EVALUATED_ON', 'MATH-500'],
    ]);
    expect(results).toMatchObject([
      { value: 31.6, unit: '%', subject: 'Rethink', benchmark: 'MATH-500', metric: null },
    ]);
    expect(dropped).toEqual({});
  });

  it.each([
    ['mention outside the text', { entities: [entity('Task', [-1, 3])] }],
    ['mention outside the text', { entities: [entity('Task', [0, source.length + 1])] }],
    ['mention outside the text', { entities: [entity('Task', [2, 2])] }],
    ['mention across title and text', { entities: [entity('Task', [3, 14])] }],
    ['mention without a word', { entities: [entity('Task', at('$^'))] }],
    ['overlapping mention', { entities: [math, entity('Task', at('MATH'))] }],
    ['mention without a word', { entities: [entity('Task', at('500'))] }],
    ['entity without a mention', { entities: [entity('Task')] }],
    ['entity of an unknown type', { entities: [entity('Person', at('MATH'))] }],
    ['entity named twice', { entities: [rethink, entity('Method', at('Re-Think'))] }],
    ['relation without its ends', { entities: [math], relations: [relation(7, 'PART_OF', 0)] }],
    [
      'relation that the schema forbids',
      { entities: [rethink, math], relations: [relation(1, 'EVALUATED_ON', 0)] },
    ],
    [
      'relation that the schema forbids',
      { entities: [rethink], relations: [relation(0, 'PART_OF', 0)] },
    ],
    [
      'relation that the schema forbids',
      { entities: [rethink], relations: [relation('Paper', 'LIKES', 0)] },
    ],
    [
      'relation said twice',
      {
        entities: [rethink],
        relations: [relation('Paper', 'PROPOSES', 0), relation('Paper', 'PROPOSES', 0)],
      },
    ],
    [
      'evidence that does not show it',
      {
        entities: [rethink],
        relations: [{ ...relation('Paper', 'PROPOSES', 0), evidence: at('It reaches') }],
      },
    ],
    [
      'evidence that does not show it',
      { entities: [rethink, math], results: [{ ...result, evidence: at('It') }] },
    ],
    [
      'number that does not parse',
      { entities: [rethink, math], results: [{ ...result, number: at('31.6\\%') }] },
    ],
    ['number said twice', { entities: [rethink, math], results: [result, result] }],
    [
      'result of an unknown kind or unit',
      { entities: [rethink, math], results: [{ ...result, kind: 'guess' }] },
    ],
    ['slot of the wrong type', { entities: [rethink, math], results: [{ ...result, metric: 1 }] }],
  ] as const)('counts "%s"', (reason, parts) => {
    expect(proved(parts).dropped[reason]).toBe(1);
  });

  it('tells by which rule spellings were joined', () => {
    const joins = [
      { span: at('MATH-500'), rule: 'initials' },
      { span: at('31.6'), rule: 'wording' },
    ] as const;
    const both = entity('Method', at('\\underline{Re}}think'), at('MATH-500'));
    expect(proved({ entities: [{ ...both, joins }] }).entities[0]?.joins).toEqual([
      { name: 'MATH-500', rule: 'initials', place: { field: 'text', start: 62, end: 70 } },
    ]);
    expect(proved({ entities: [{ ...rethink, joins }] }).entities[0]).not.toHaveProperty('joins');
  });

  it('counts a name that is too long', () => {
    const long: Document = { id: 'd', text: 'very '.repeat(60) };
    const drafted = draft({ entities: [entity('Task', [0, 250])] });
    expect(prove(long, drafted, createViews(long)).dropped['name that is too long']).toBe(1);
  });

  it('takes the commas after a number for no part of it, and a list of numbers for none', () => {
    const listed: Document = { id: 'd', text: 'SimSD gets 12, then 5,10,20 points.' };
    const some = (words: string) => {
      const start = listed.text.indexOf(words);
      const number: Span = [start, start + words.length];
      return {
        ...result,
        subject: null,
        benchmark: null,
        number,
        evidence: [0, listed.text.length] as const,
      };
    };
    const facts = prove(
      listed,
      draft({ results: [some('12,'), some('5,10,20')] }),
      createViews(listed),
    );
    expect(facts.results.map(({ value, number }) => [value, number.end - number.start])).toEqual([
      [12, 2],
    ]);
    expect(facts.dropped).toEqual({ 'number that does not parse': 1 });
  });

  it('lets out only what is in the text and allowed, whatever comes in', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDraft, (some, drafted) => {
        const facts = prove(some, drafted, createViews(some));
        expectProven(some, facts);
      }),
      { numRuns: 500 },
    );
  });
});

const arbitraryDocument = fc
  .record({
    title: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      nil: undefined,
    }),
    text: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom(document.text, 'A $x$ 1.5, 2,621 of B{C} 3.'),
    ),
  })
  .map(
    ({ title, text }): Document => ({ id: 'x', text, ...(title === undefined ? {} : { title }) }),
  );

const offset = fc.oneof(
  fc.integer({ min: -2, max: 90 }),
  fc.constantFrom(Number.NaN, 0.5, Infinity),
);
const span = fc.tuple(offset, offset);
const near = fc
  .tuple(fc.nat(80), fc.integer({ min: 1, max: 12 }))
  .map(([a, n]): [number, number] => [a, a + n]);
const someSpan = fc.oneof(span, near, near);
const index = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constant(Number.NaN));
const confidence = fc.oneof(fc.double(), fc.double({ min: 0, max: 1 }));
const by = fc.constantFrom('model', '');
const evidence = fc.oneof(
  someSpan,
  fc.constant(undefined),
  fc.constant([0, 60] as [number, number]),
);
const slot = fc.option(index);
const arbitraryDraft: fc.Arbitrary<Draft> = fc.record({
  entities: fc.array(
    fc.record({
      name: someSpan,
      type: fc.constantFrom(...ENTITY_TYPES, 'Person', ''),
      mentions: fc.array(someSpan, { maxLength: 4 }),
      confidence,
      joins: fc.array(fc.record({ span: someSpan, rule: fc.constantFrom(...JOIN_RULES) }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 6 },
  ),
  relations: fc.array(
    fc.record({
      source: fc.oneof(index, fc.constant('Paper' as const)),
      type: fc.constantFrom(...RELATION_TYPES, 'MENTIONS', 'none'),
      target: index,
      evidence,
      by,
      confidence,
    }),
    { maxLength: 8 },
  ),
  results: fc.array(
    fc.record({
      kind: fc.constantFrom(...RESULT_KINDS, 'none'),
      unit: fc.constantFrom(...UNITS, null, 'kg'),
      number: someSpan,
      evidence,
      subject: slot,
      metric: slot,
      benchmark: slot,
      baseline: slot,
      by,
      confidence,
    }),
    { maxLength: 4 },
  ),
});

const isWithin = (inner: Place, outer: Place) =>
  inner.field === outer.field && inner.start >= outer.start && inner.end <= outer.end;

function expectProven(some: Document, facts: Facts): void {
  const head = { schema: SCHEMA_VERSION, id: some.id, hash: '0'.repeat(64), extractor: '1' };
  expect(extraction.safeParse({ ...head, document: some, ...facts }).error).toBeUndefined();
  const types = new Map<string, EntityType>(facts.entities.map(({ name, type }) => [name, type]));
  expect(types.size).toBe(facts.entities.length);
  const words = ({ field, start, end }: Place) => (some[field] ?? '').slice(start, end);
  const holds = (place: Place) => expect(words(place).length).toBe(place.end - place.start);
  const views = createViews(some);
  for (const { name, aliases, mentions, joins = [] } of facts.entities) {
    mentions.forEach(holds);
    for (const join of joins) {
      expect(aliases).toContain(join.name);
      expect(mentions).toContainEqual(join.place);
      expect(views.visible(join.place)).toBe(join.name);
    }
    expect(new Set(mentions.map(views.visible))).toEqual(new Set([name, ...aliases]));
  }
  for (const { source, type, target, evidence: place } of facts.relations) {
    const from = source === 'Paper' ? source : types.get(source);
    const to = types.get(target);
    expect(from && to && allows(type, from, to)).toBe(true);
    holds(place);
    const ends = facts.entities.filter(({ name }) => name === source || name === target);
    expect(ends.some(({ mentions }) => mentions.some((at) => isWithin(at, place)))).toBe(true);
  }
  for (const result of facts.results) {
    const withoutThousands = words(result.number).replace(/,(?=\d{3}(?!\d))/g, '');
    expect(Number(withoutThousands)).toBe(result.value);
    expect(isWithin(result.number, result.evidence)).toBe(true);
    for (const slot of RESULT_SLOTS) {
      const name = result[slot];
      const type = name === null ? undefined : types.get(name);
      if (name !== null) expect(type && fits(slot, type)).toBe(true);
    }
  }
  expect(Object.keys(facts.dropped).every((reason) => DROP_REASONS.some((r) => r === reason))).toBe(
    true,
  );
}
