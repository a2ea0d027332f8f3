import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../graph/schema.ts';
import { group } from '../../src/extract/group.ts';
import type { Span } from '../../src/extract/read.ts';
import type { TaggedSpan } from '../../src/extract/tag.ts';

/** Groups the parts of a text that stand between bars. */
function grouped(
  marked: string,
  type: EntityType = 'Method',
): { name: string; mentions: string[] }[] {
  const parts = marked.split('|');
  const source = parts.join('');
  const spans = parts.flatMap((part, index): TaggedSpan[] => {
    const start = parts.slice(0, index).join('').length;
    return index % 2 === 1 ? [{ span: [start, start + part.length], type, confidence: 0.5 }] : [];
  });
  const visible = (span: Span) => source.slice(...span);
  return group(spans, { source, words: [], numbers: [] }, visible).map(({ name, mentions }) => ({
    name: visible(name),
    mentions: mentions.map(visible),
  }));
}

describe('group(spans, reading, visible)', () => {
  it('joins mentions with one spelling key', () => {
    expect(grouped('|LLMs| and an |LLM| and |GPT-5|')).toEqual([
      { name: 'LLMs', mentions: ['LLMs', 'LLM'] },
      { name: 'GPT-5', mentions: ['GPT-5'] },
    ]);
  });

  it('joins a long form with its short form, which is the name', () => {
    expect(grouped('|Group Policy| (|GP|) is new. |GP| wins; so does |group policy|.')).toEqual([
      { name: 'GP', mentions: ['Group Policy', 'GP', 'GP', 'group policy'] },
    ]);
  });

  it('joins a short form with the long form that brackets explain it by', () => {
    expect(grouped('|DML| (|Double Machine Learning|) and |double machine learning|')).toEqual([
      {
        name: 'DML',
        mentions: ['DML', 'Double Machine Learning', 'double machine learning'],
      },
    ]);
  });

  it('does not join what brackets merely explain', () => {
    expect(grouped('|MMLU| (|hard|) and |A| (|A2| with more')).toHaveLength(4);
    expect(grouped('an |LLM| (|Llama-3.1-8B|)')).toHaveLength(2);
    expect(grouped('|MMLU| (|Massive test|)')).toHaveLength(2);
  });

  it.each([
    '|GPT Deep Research| (|GPT-5.1|) decomposes',
    '|mathematical reasoning| (|MATH-500|, |AIME24|)',
    'a |byte-level| (|ByT5|) corrector',
    'an improved |EViP| (|EViP++|)',
  ])('does not take one of a kind for its short form: %s', (marked) => {
    expect(grouped(marked).every(({ mentions }) => mentions.length === 1)).toBe(true);
  });

  it.each([
    ['|Room-to-Room| (|R2R|)', 'R2R'],
    ['|variable visual position encoding| (|V2PE|)', 'V2PE'],
    ['|Natural Language to SQL| (|NL2SQL|)', 'NL2SQL'],
    ['|Constrained Contextual Computation Policy Optimization| (|C3PO|)', 'C3PO'],
    ['|Text-to-Visualization| (|Text2Vis|)', 'Text2Vis'],
    ['|Segment Anything Model 2| (|SAM2|)', 'SAM2'],
    ['|AIME 2024| (|AIME24|)', 'AIME24'],
  ])('takes a short form with a number in it: %s', (marked, name) => {
    expect(grouped(marked).map((own) => own.name)).toEqual([name]);
  });

  it('keeps sizes and versions apart', () => {
    expect(grouped('|Qwen3-1.7B|, |Qwen3-17B|, |GPT-5.4| and |GPT-5.1|')).toHaveLength(4);
  });

  it('logs what it has joined, where it stands first', () => {
    const spans = (
      [
        [0, 2],
        [4, 16],
        [18, 20],
        [23, 35],
        [37, 39],
      ] as const
    ).map((span): TaggedSpan => ({ span, type: 'Method', confidence: 0.5 }));
    const source = 'GP, Group Policy (GP), group policy, RL';
    const visible = (span: Span) => source.slice(...span);
    const groups = group(spans, { source, words: [], numbers: [] }, visible);
    expect(groups.map(({ joins }) => joins)).toEqual([[{ span: [4, 16], rule: 'definition' }], []]);
  });

  it('counts the votes of the mentions', () => {
    const [first] = group(
      [
        { span: [0, 1], type: 'Method', confidence: 0.4 },
        { span: [2, 3], type: 'Model', confidence: 0.8 },
      ],
      { source: 'A A', words: [], numbers: [] },
      () => 'A',
    );
    expect(first?.votes).toMatchObject({ Method: 0.5, Model: 0.5, Task: 0 });
    expect(first?.confidence).toBeCloseTo(0.6);
  });
});
