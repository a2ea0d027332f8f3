import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { goldDocument } from '../../src/evaluate/gold.ts';
import { prediction } from '../../src/evaluate/prediction.ts';
import { toMarkdown, toMistakeList, toTable } from '../../src/evaluate/scorecard.ts';

const gold = goldDocument.parse({
  id: 'a',
  text: 'We propose GRPO and test it on OSWorld.',
  entities: [
    { name: 'GRPO', types: ['Method'] },
    { name: 'OSWorld', types: ['Benchmark'] },
  ],
  relations: [['Paper', 'PROPOSES', 'GRPO']],
});
const found = prediction.parse({
  id: 'a',
  entities: [
    { name: 'GRPO', type: 'Method' },
    { name: 'agent', type: 'Method' },
  ],
  relations: [{ source: 'Paper', type: 'PROPOSES', target: 'GRPO' }],
});
const evaluation = evaluate([gold], [found]);

describe('toTable(evaluation)', () => {
  it('aligns the scores in per cent', () => {
    expect(toTable(evaluation)).toBe(
      [
        '1 document',
        '',
        '                P      R     F1  95 % interval  right  predicted  gold',
        'entities     50.0   50.0   50.0      50.0-50.0      1          2     2',
        'names        50.0   50.0   50.0      50.0-50.0      1          2     2',
        'relations   100.0  100.0  100.0    100.0-100.0      1          1     1',
        'results       0.0    0.0    0.0        0.0-0.0      0          0     0',
        'exact         0.0    0.0    0.0        0.0-0.0      0          0     0',
        'values        0.0    0.0    0.0        0.0-0.0      0          0     0',
        'statistics    0.0    0.0    0.0        0.0-0.0      0          0     0',
        '',
        'Method       50.0  100.0   66.7      66.7-66.7      1          2     1',
        'Benchmark     0.0    0.0    0.0        0.0-0.0      0          0     1',
        '',
        'PROPOSES    100.0  100.0  100.0    100.0-100.0      1          1     1',
        '',
      ].join('\n'),
    );
  });
});

describe('toMarkdown(evaluation)', () => {
  it('writes the same rows', () => {
    expect(toMarkdown(evaluation).split('\n').slice(0, 3)).toEqual([
      '|  | P | R | F1 | 95 % interval | right | predicted | gold |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| entities | 50.0 | 50.0 | 50.0 | 50.0-50.0 | 1 | 2 | 2 |',
    ]);
  });
});

describe('toMistakeList(mistakes)', () => {
  it('groups mistakes by kind, each with its sentence', () => {
    expect(toMistakeList(evaluation.mistakes)).toBe(
      [
        '1  extra name',
        '1  missed name',
        '',
        'extra name (1)',
        '  a  agent',
        '',
        'missed name (1)',
        '  a  OSWorld',
        '      We propose GRPO and test it on OSWorld.',
        '',
      ].join('\n'),
    );
  });

  it('begins with the most frequent kind', () => {
    const mistake = { document: 'a', expected: 'x', found: 'y', sentence: null };
    const list = toMistakeList([
      { ...mistake, kind: 'missed name' },
      { ...mistake, kind: 'wrong border' },
      { ...mistake, kind: 'wrong border' },
    ]);
    expect(list).toMatch(
      /^2 {2}wrong border\n1 {2}missed name\n\nwrong border \(2\)\n {2}a {2}y instead of x\n/,
    );
  });
});
