import { describe, expect, it } from 'vitest';
import { findFault } from '../../graph/check-facts.ts';
import type { Extraction } from '../../graph/schema.ts';
import { find, paper } from './paper.ts';

const text = 'SimSD reaches 31.6 on MATH-500.';
const sound = paper('a', {
  text,
  entities: [
    ['SimSD', 'Method'],
    ['MATH-500', 'Benchmark'],
  ],
  relations: [
    ['Paper', 'PROPOSES', 'SimSD'],
    ['SimSD', 'EVALUATED_ON', 'MATH-500'],
  ],
  results: [{ number: find(text, '31.6'), subject: 'SimSD', benchmark: 'MATH-500' }],
});
const [relation, result] = [sound.relations[1], sound.results[0]];
if (!relation || !result) throw new Error('the sketch has both');
const outside = { field: 'text', start: 3, end: 99 } as const;

describe('findFault(facts)', () => {
  it('finds none in what is sound', () => {
    expect(findFault(sound)).toBeUndefined();
  });

  it.each<[string, Partial<Extraction>]>([
    ['its id is "b"', { id: 'b' }],
    [
      'SimSD, 3 to 99, is not in its text',
      { entities: sound.entities.map((e) => ({ ...e, mentions: [outside] })) },
    ],
    ['title', { relations: [{ ...relation, evidence: { field: 'title', start: 0, end: 1 } }] }],
    ['a number, 5 to 5', { results: [{ ...result, number: { field: 'text', start: 5, end: 5 } }] }],
    [
      'Nobody EVALUATED_ON MATH-500: it has no such',
      { relations: [{ ...relation, source: 'Nobody' }] },
    ],
    [
      'Benchmark to Method is not allowed',
      { relations: [{ ...relation, source: 'MATH-500', target: 'SimSD' }] },
    ],
    ['"MATH-500" cannot be the metric', { results: [{ ...result, metric: 'MATH-500' }] }],
    ['"Nobody" cannot be the subject', { results: [{ ...result, subject: 'Nobody' }] }],
    [
      'a statistic of "Nobody"',
      { statistics: [{ entity: 'Nobody', what: 'tasks', value: 5, evidence: find(text, 'on') }] },
    ],
  ])('says "%s"', (words, change) => {
    expect(findFault({ ...sound, ...change })).toContain(words);
  });
});
