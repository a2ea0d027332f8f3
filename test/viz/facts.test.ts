import { describe, expect, it } from 'vitest';
import { resultKey } from '../../graph/knowledge-graph.ts';
import { claimsOf } from '../../viz/facts/claims.ts';
import { endOfUnit, marksIn } from '../../viz/facts/marks.ts';
import { numbersOf, reportedNumber, slotOfEntity } from '../../viz/facts/numbers.ts';
import { entityCount, overviewOf } from '../../viz/facts/overview.ts';
import { openLibrary } from '../../viz/library.ts';
import { DOCUMENTS, smallLibrary } from './small-library.ts';

const library = openLibrary(smallLibrary());
const { graph } = library;
const text = DOCUMENTS[0]?.text ?? '';
const number = resultKey('2601.00001', { field: 'text', start: text.indexOf('31.6') });

describe('claimsOf(graph, key)', () => {
  it('groups by relation and direction and gathers what several papers say', () => {
    const groups = claimsOf(graph, 'simsd').map(({ type, way, claims }) => [
      `${type} ${way}`,
      claims.map(({ other, evidence }) => `${other} ${evidence.length}`),
    ]);
    expect(groups).toEqual([
      ['PROPOSES backward', ['paper:2601.00001 1']],
      ['EVALUATED_ON forward', ['math-500 2']],
      ['OUTPERFORMS forward', ['eagle-3 1']],
      ['BUILDS_ON forward', ['eagle-3 1']],
      ['BUILDS_ON backward', ['hostile 1']],
    ]);
  });
});

describe('numbersOf(graph, key)', () => {
  it.each(['simsd', 'math-500', 'accuracy', 'paper:2601.00001'])(
    'finds the number of %s',
    (key) => {
      expect(numbersOf(graph, key).map(({ result }) => result.name)).toEqual(['31.6 %']);
    },
  );

  it('says which slot the entity fills', () => {
    const [found] = numbersOf(graph, 'math-500');
    expect(found && slotOfEntity(found, 'math-500')).toBe('benchmark');
  });

  it('finds none where there is none', () => {
    expect(numbersOf(graph, 'eagle-3')).toEqual([]);
  });
});

describe('reportedNumber(graph, key)', () => {
  it('gathers what a number is about', () => {
    expect(reportedNumber(graph, number)?.slots).toEqual({
      subject: 'simsd',
      benchmark: 'math-500',
      metric: 'accuracy',
    });
  });

  it('knows nothing of what is no number', () => {
    expect(reportedNumber(graph, 'simsd')).toBeUndefined();
  });
});

describe('marksIn(graph, paper, place, keys)', () => {
  const whole = { field: 'text', start: 0, end: text.length } as const;
  const words = (marks: ReturnType<typeof marksIn>) =>
    marks.map(({ start, end }) => text.slice(start, end));

  it('marks mentions and numbers in their order', () => {
    expect(words(marksIn(graph, '2601.00001', whole))).toEqual([
      'SimSD',
      'EAGLE-3',
      'MATH-500',
      '31.6',
      'accuracy',
    ]);
  });

  it.each([
    ['entities', ['math-500'], ['MATH-500']],
    ['numbers', [number], ['31.6']],
    ['entities and numbers', ['math-500', number], ['MATH-500', '31.6']],
  ])('marks the wanted %s alone', (_, keys, expected) => {
    expect(words(marksIn(graph, '2601.00001', whole, new Set(keys)))).toEqual(expected);
  });

  it('marks what lies within the place', () => {
    const sentence = { ...whole, end: text.indexOf('. ') + 1 };
    expect(words(marksIn(graph, '2601.00001', sentence))).toEqual(['SimSD', 'EAGLE-3']);
  });

  it('keeps the longer of two marks that overlap', () => {
    const nested = openLibrary(smallLibrary()).graph;
    const start = text.indexOf('MATH-500');
    nested.addDirectedEdge('paper:2601.00001', 'llm', {
      type: 'MENTIONS',
      paper: '2601.00001',
      field: 'text',
      start,
      end: start + 4,
      by: 'test',
      confidence: 1,
      places: [{ field: 'text', start, end: start + 4 }],
    });
    expect(words(marksIn(nested, '2601.00001', whole))).not.toContain('MATH');
  });

  it('marks nothing in a paper that is not there', () => {
    expect(marksIn(graph, 'unknown', whole)).toEqual([]);
  });
});

describe('endOfUnit(text, end)', () => {
  it.each([
    ['31.6% accuracy', '31.6%'],
    ['31.6x faster', '31.6x'],
    ['31.6× faster', '31.6×'],
    ['31.6 points more', '31.6 points'],
    ['31.6, or more', '31.6'],
    ['31.6xyz', '31.6'],
    ['31.6 pointsof', '31.6'],
    ['31.6', '31.6'],
  ])('finds in "%s" the number "%s"', (text, number) => {
    expect(text.slice(0, endOfUnit(text, 4))).toBe(number);
  });
});

describe('overviewOf(library)', () => {
  const overview = overviewOf(library);

  it('counts', () => {
    expect(overview.counts).toMatchObject({ Paper: 3, Method: 2, Model: 2, Result: 1 });
    expect(entityCount(overview.counts)).toBe(6);
  });

  it('ranks benchmarks by numbers and methods by what they are related to', () => {
    expect(overview.benchmarks).toEqual([{ key: 'math-500', amount: 1 }]);
    expect(overview.methods[0]).toEqual({ key: 'simsd', amount: 3 });
  });

  it('leaves class terms out of the rankings', () => {
    expect(overview.methods.map(({ key }) => key)).not.toContain('llm');
  });

  it('knows the first and the last date, and lists the newest paper first', () => {
    expect(overview.dates).toEqual(['2026-01-05', '2026-02-07']);
    expect(overview.papers).toEqual(['paper:2602.00002', 'paper:2601.00001', 'paper:lost']);
  });
});
