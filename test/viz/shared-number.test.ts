import { describe, expect, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { marksIn } from '../../viz/facts/marks.ts';
import { numbersOf, oncePerNumber, resultsOfNumber } from '../../viz/facts/numbers.ts';
import { find, paper } from '../graph/paper.ts';

const text = 'SimSD has an accuracy and F1 of 97.8 % and 12 % less WER.';
const about = { number: find(text, '97.8'), subject: 'SimSD', unit: '%' } as const;
const { graph } = derive([
  paper('x', {
    text,
    entities: [
      ['SimSD', 'Method'],
      ['accuracy', 'Metric'],
      ['F1', 'Metric'],
    ],
    results: [
      { ...about, metric: 'accuracy' },
      { number: find(text, '12'), subject: 'SimSD' },
      { ...about, metric: 'F1' },
    ],
  }),
]);
const [first, second, other] = ['result:x#32', 'result:x#32.2', 'result:x#43'] as const;
const sentence = { field: 'text', start: 0, end: text.length } as const;
const marked = (keys?: ReadonlySet<string>) =>
  marksIn(graph, 'x', sentence, keys)
    .filter(({ type }) => type === 'Result')
    .map(({ start, end, key }) => [text.slice(start, end), key]);

describe('a number that is said of several things, in the explorer', () => {
  it('is a row for each of them, beside each other', () => {
    const rows = numbersOf(graph, 'paper:x').map(({ key, slots }) => [key, slots.metric]);
    expect(rows).toEqual([
      [first, 'accuracy'],
      [second, 'f1'],
      [other, undefined],
    ]);
    expect(numbersOf(graph, 'f1').map(({ key }) => key)).toEqual([second]);
  });

  it.each([
    [first, [first, second]],
    [second, [first, second]],
    [other, [other]],
    ['simsd', ['simsd']],
  ])('knows the results of the number of %s', (key, expected) => {
    expect(resultsOfNumber(graph, key)).toEqual(expected);
  });

  it('knows no other where the paper is not there', () => {
    const part = graph.copy() as typeof graph; // of the same kind, which graphology's types do not say
    part.dropNode('paper:x');
    expect(resultsOfNumber(part, second)).toEqual([second]);
  });

  it('has one mark in an abstract, and its own beside what it is about', () => {
    expect(marked()).toEqual([
      ['97.8', first],
      ['12', other],
    ]);
    expect(marked(new Set([second, 'f1']))).toEqual([['97.8', second]]);
  });

  it('has its sentence once', () => {
    expect(oncePerNumber(graph, [second, other, first])).toEqual([second, other]);
  });
});
