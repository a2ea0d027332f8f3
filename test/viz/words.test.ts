import { describe, expect, it } from 'vitest';
import { EDGE_TYPES } from '../../graph/schema.ts';
import { count, kindWords, monthWords, relationWords } from '../../viz/words.ts';

describe('relationWords(type, way)', () => {
  it.each([
    ['EVALUATED_ON', 'forward', 'is tested on'],
    ['OUTPERFORMS', 'forward', 'outperforms'],
    ['OUTPERFORMS', 'backward', 'is outperformed by'],
    ['PART_OF', 'backward', 'has as part'],
  ] as const)('reads %s %s as “%s”', (type, way, words) => {
    expect(relationWords(type, way)).toBe(words);
  });

  it('has words for every edge in both directions', () => {
    for (const type of EDGE_TYPES) {
      expect(relationWords(type, 'forward')).not.toBe('');
      expect(relationWords(type, 'backward')).not.toBe('');
    }
  });
});

describe('count(amount, noun)', () => {
  it.each([
    [0, '0 papers'],
    [1, '1 paper'],
    [2100, '2,100 papers'],
  ])('writes %i', (amount, words) => {
    expect(count(amount, 'paper')).toBe(words);
  });

  it('takes an irregular plural', () => {
    expect(count(2, 'entity', 'entities')).toBe('2 entities');
  });
});

describe('kindWords(kind)', () => {
  it('names differences and leaves scores alone', () => {
    expect([kindWords('gain'), kindWords('absolute')]).toEqual(['gain', '']);
  });
});

describe('monthWords(date)', () => {
  it('writes a day as its month, in every time zone', () => {
    expect(monthWords('2026-03-01')).toBe('Mar 2026');
  });

  it('leaves what is no date', () => {
    expect(monthWords('spring')).toBe('spring');
  });
});
