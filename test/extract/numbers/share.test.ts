import { describe, expect, it } from 'vitest';
import type { ResultSlot } from '../../../graph/schema.ts';
import { shareNumbers } from '../../../src/extract/numbers/share.ts';
import { readSentence } from './one-sentence.ts';

/** What fills a slot of the results, one after the other. */
function share(slot: ResultSlot, ...sentence: Parameters<typeof readSentence>) {
  const { results, entities, views } = readSentence(...sentence);
  return shareNumbers(results, entities, views).map((result) => result[slot]);
}

const BOTH = { accuracy: 'Metric', recall: 'Metric' } as const;
const SYSTEMS = { Gemma: 'Model', Llama: 'Model' } as const;
const BENCHMARKS = { MATH: 'Benchmark', GSM8K: 'Benchmark' } as const;

describe('shareNumbers(results, entities, views)', () => {
  it.each([
    'It has an accuracy and recall of 97.8 %.',
    'It gains 97.8 % in both accuracy and recall.',
    'Both accuracy and recall exceed 97.8 %.',
    'It cuts accuracy and recall by over 97.8 %.',
    'It gains 95-97.8 % in accuracy and recall.',
    'It gains 97.8-99 % in accuracy and recall.',
  ])('makes a result of each metric: %s', (text) => {
    expect(share('metric', text, BOTH, [{ number: '97.8', metric: 'accuracy' }])).toEqual([
      'accuracy',
      'recall',
    ]);
  });

  it.each([
    'It has an accuracy, recall of 97.8 %.',
    'It has superior accuracy and recall (97.8 %).',
    'It improves accuracy and recall on many tasks, and yields 97.8 %.',
    'It has 97.8 % accuracy and recall of 99 %.',
    'It has an accuracy and recall of 97.8 % and 99 %, respectively.',
  ])('leaves a number that is not said of the whole list: %s', (text) => {
    const numbers = [
      { number: '97.8', metric: 'accuracy' },
      ...(text.includes('and 99') ? [{ number: '99', metric: 'recall' }] : []),
    ];
    expect(share('metric', text, BOTH, numbers)).toHaveLength(numbers.length);
  });

  it.each([
    'Gemma and Llama both achieve an accuracy of 40 %.',
    'Models such as Gemma and Llama reach 40 %.',
    'It stays below 40 % for all models (Gemma, and Llama).',
    'Hallucinations are frequent for Gemma and Llama (40 %).',
  ])('makes a result of each subject: %s', (text) => {
    const found = share('subject', text, { ...SYSTEMS, accuracy: 'Metric' }, [
      { number: '40', subject: 'Gemma' },
    ]);
    expect(found).toEqual(['Gemma', 'Llama']);
  });

  it.each([
    'It outperforms Gemma and Llama by 40 %.',
    'The combination of Gemma and Llama achieves 40 %.',
    'Compared to Gemma, Llama achieves 40 %.',
    'Gemma and Llama achieve 40-45 %.',
  ])('leaves to one subject: %s', (text) => {
    expect(share('subject', text, SYSTEMS, [{ number: '40', subject: 'Llama' }])).toEqual([
      'Llama',
    ]);
  });

  it.each([
    ['It reaches 40 % on MATH and GSM8K.', 2],
    ['It gains up to 40 % on both MATH and GSM8K.', 2],
    ['It surpasses all others on MATH and GSM8K by over 40 %.', 2],
    ['It gains up to 40 % on MATH and GSM8K.', 1],
    ['It gains an average of 40 % on MATH and GSM8K.', 1],
    ['It gains 40 % across MATH and GSM8K.', 1],
    ['It gains 40 % on MATH, and on GSM8K it beats all others.', 1],
  ])('takes no mean and no maximum for the number of each benchmark: %s', (text, count) => {
    const found = share('benchmark', text, BENCHMARKS, [{ number: '40', benchmark: 'MATH' }]);
    expect(found).toHaveLength(count);
  });

  it('makes a result of each subject with each metric, and says who did', () => {
    const { results, entities, views } = readSentence(
      'Gemma and Llama each achieved an accuracy and recall of 40 %.',
      { ...SYSTEMS, ...BOTH },
      [{ number: '40', subject: 'Gemma', metric: 'accuracy' }],
    );
    const shared = shareNumbers(results, entities, views);
    expect(shared.map(({ subject, metric, by }) => [subject, metric, by])).toEqual([
      ['Gemma', 'accuracy', 'model'],
      ['Llama', 'accuracy', 'model + share'],
      ['Gemma', 'recall', 'model + share'],
      ['Llama', 'recall', 'model + share + share'],
    ]);
  });

  it('leaves a thing alone that another number is said of', () => {
    const text = 'Gemma and Llama achieve 40 %, Llama 50 % on MATH.';
    const found = share('subject', text, { ...SYSTEMS, MATH: 'Benchmark' }, [
      { number: '40', subject: 'Gemma' },
      { number: '50', subject: 'Llama' },
    ]);
    expect(found).toEqual(['Gemma', 'Llama']);
  });
});
