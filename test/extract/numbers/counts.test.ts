import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../graph/text/sentences.ts';
import { findCounts } from '../../../src/extract/numbers/counts.ts';

/** Counts in a text in which these things are named. */
function counts(text: string, things: Record<string, string>, results: [number, number][] = []) {
  const names = Object.keys(things);
  const entities = names.map((name) => ({
    type: things[name] ?? '',
    mentions: [[text.indexOf(name), text.indexOf(name) + name.length] as const],
    proposed: text.includes(`present ${name}`),
  }));
  return findCounts(text, splitSentences(text), entities, results).map(
    ({ entity, value, what }) => `${names[entity]}: ${value} ${text.slice(...what)}`,
  );
}

describe('findCounts(source, sentences, entities, results)', () => {
  it.each([
    ['DeskCraft, a benchmark of 538 tasks.', ['DeskCraft: 538 tasks']],
    ['DeskCraft contains 40K web pages.', ['DeskCraft: 40000 web pages']],
    [
      'DeskCraft (700 images, 10 categories) is hard.',
      ['DeskCraft: 700 images', 'DeskCraft: 10 categories'],
    ],
    ['DeskCraft covers seven languages.', ['DeskCraft: 7 languages']],
    ['DeskCraft takes 20 steps.', []],
    ['We beat others on DeskCraft by 3 points.', []],
  ])('"%s"', (text, found) => {
    expect(counts(text, { DeskCraft: 'Benchmark' })).toEqual(found);
  });

  it.each([
    ['Intro. We present DeskCraft. It has 538 tasks in 7 domains.', [538, 7]],
    ['Intro. We present DeskCraft. The new benchmark comprises 538 tasks.', [538]],
    ['Intro. We present DeskCraft. Agents fail. This benchmark covers 538 tasks.', [538]],
    ['Intro. DeskCraft is old. Agents fail. They do. Still. So we made 538 tasks.', []],
  ])('takes what goes on about it for the thing that the paper proposes: "%s"', (text, values) => {
    const found = counts(text, { DeskCraft: 'Benchmark' });
    expect(found.map((count) => Number(/: (\d+)/.exec(count)?.[1]))).toEqual(values);
  });

  it('takes the first of two things that the paper proposes', () => {
    const text = 'Intro. We present DeskCraft and present WebCraft. It has 538 tasks.';
    expect(counts(text, { DeskCraft: 'Benchmark', WebCraft: 'Dataset' })).toEqual([
      'DeskCraft: 538 tasks',
    ]);
  });

  it('shows the sentence that names the collection, too', () => {
    const text = 'Intro. We present DeskCraft. It has 538 tasks.';
    const at = text.indexOf('DeskCraft');
    const own = { type: 'Benchmark', mentions: [[at, at + 9] as const], proposed: true };
    const [count] = findCounts(text, splitSentences(text), [own], []);
    expect(text.slice(...(count?.evidence ?? []))).toBe('We present DeskCraft. It has 538 tasks.');
  });

  it('takes parameters for a size of the model that is named beside them', () => {
    const text = 'Sizes. SimLM, a model with 2B parameters, beats BigLM.';
    const found = counts(text, { SimLM: 'Model', BigLM: 'Model' });
    expect(found).toEqual(['SimLM: 2000000000 parameters']);
  });

  it('gives a count to what is said to hold it rather than to what was named before', () => {
    const text = 'Intro. Beyond OldCraft, we present DeskCraft, which contains 538 tasks.';
    const found = counts(text, { DeskCraft: 'Benchmark', OldCraft: 'Dataset' });
    expect(found).toEqual(['DeskCraft: 538 tasks']);
  });

  it('leaves out numbers that are results', () => {
    const text = 'DeskCraft covers 538 tasks.';
    expect(counts(text, { DeskCraft: 'Benchmark' }, [[17, 20]])).toEqual([]);
  });
});
