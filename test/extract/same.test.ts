import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES, type EntityType } from '../../graph/schema.ts';
import type { Group } from '../../src/extract/group.ts';
import type { Span } from '../../src/extract/read.ts';
import { haveSameWords, joinSame } from '../../src/extract/same.ts';

/** Joins things that are given with their type, each written in the forms between commas. */
function joined(...things: readonly (readonly [EntityType, string])[]): string[][] {
  const source = things.map(([, forms]) => forms).join(', ');
  const visible = (span: Span) => source.slice(...span);
  let from = 0;
  const groups = things.map(([type, forms]): Group => {
    const mentions = forms.split(', ').map((form): Span => {
      const start = source.indexOf(form, from);
      from = start + form.length;
      return [start, from];
    });
    const votes = Object.fromEntries(ENTITY_TYPES.map((own) => [own, own === type ? 1 : 0]));
    const [name = [0, 0]] = mentions;
    return { name, mentions, votes: votes as Group['votes'], confidence: 0.5, joins: [] };
  });
  return joinSame(groups, visible).map(({ name, mentions }) => [
    visible(name),
    ...mentions.map(visible),
  ]);
}

describe('joinSame(groups, visible)', () => {
  it('joins an acronym with the words whose first letters it has', () => {
    expect(joined(['Method', 'Unsupervised Prompt Agent'], ['Method', 'UPA, UPA'])).toEqual([
      ['UPA', 'Unsupervised Prompt Agent', 'UPA', 'UPA'],
    ]);
  });

  it('joins two wordings under the one that is used more', () => {
    expect(
      joined(
        ['Task', 'Detecting Hallucinations'],
        ['Task', 'hallucination detection, hallucination detection'],
      ),
    ).toEqual([
      [
        'hallucination detection',
        'Detecting Hallucinations',
        'hallucination detection',
        'hallucination detection',
      ],
    ]);
  });

  it('joins no things of different types', () => {
    expect(joined(['Model', 'VLMs'], ['Task', 'Vision-Language Modeling'])).toHaveLength(2);
    expect(joined(['Model', 'bias detection'], ['Task', 'detecting bias'])).toHaveLength(2);
  });

  it('joins an acronym that may stand for two things with neither', () => {
    const things = [
      ['Method', 'SAM'],
      ['Method', 'Segment Anything Model'],
      ['Method', 'Sharpness-Aware Minimization'],
    ] as const;
    expect(joined(...things)).toHaveLength(3);
  });

  it('joins none of two acronyms that may stand for one thing', () => {
    const things = [
      ['Benchmark', 'FinEva'],
      ['Benchmark', 'FinEval'],
      ['Benchmark', 'Finova evaluation'],
    ] as const;
    expect(joined(...things)).toHaveLength(3);
  });

  it('joins what brackets have defined with nothing else', () => {
    const defined = ['Method', 'Segment Anything Model, SAM'] as const;
    expect(joined(defined, ['Method', 'Sharpness-Aware Minimization'])).toHaveLength(2);
  });

  it('joins nothing with itself', () => {
    const defined = ['Method', 'Mixture-of-Experts, MoE'] as const;
    expect(joined(defined)).toEqual([['Mixture-of-Experts', 'Mixture-of-Experts', 'MoE']]);
  });

  it('logs the rule of the spelling that it is about, where the name is another one', () => {
    const source = 'hallucination detection HD Detecting hallucinations';
    const votes = Object.fromEntries(
      ENTITY_TYPES.map((own) => [own, Number(own === 'Task')]),
    ) as Group['votes'];
    const [long, short, other]: Span[] = [
      [0, 23],
      [24, 26],
      [27, 51],
    ];
    if (!long || !short || !other) throw new Error('three spans are written above');
    const own = { votes, confidence: 0.5 };
    const [group] = joinSame(
      [
        {
          ...own,
          name: short,
          mentions: [long, short],
          joins: [{ span: long, rule: 'definition' }],
        },
        { ...own, name: other, mentions: [other, other, other], joins: [] },
      ],
      (span) => source.slice(...span),
    );
    expect(group?.name).toEqual(other);
    expect(group?.joins).toEqual([
      { span: long, rule: 'wording' },
      { span: short, rule: 'definition' },
    ]);
  });

  it('keeps votes and confidence as the means over the mentions, and logs the join', () => {
    const votes = (type: EntityType) =>
      Object.fromEntries(ENTITY_TYPES.map((own) => [own, own === type ? 1 : 0])) as Group['votes'];
    const source = 'RL reinforcement learning';
    const [group] = joinSame(
      [
        { name: [0, 2], mentions: [[0, 2]], votes: votes('Task'), confidence: 0.9, joins: [] },
        { name: [3, 25], mentions: [[3, 25]], votes: votes('Task'), confidence: 0.5, joins: [] },
      ],
      (span) => source.slice(...span),
    );
    expect(group?.confidence).toBeCloseTo(0.7);
    expect(group?.votes.Task).toBe(1);
    expect(group?.joins).toEqual([{ span: [3, 25], rule: 'initials' }]);
  });
});

describe('haveSameWords(a, b)', () => {
  it.each([
    ['hallucination detection', 'Detecting Hallucinations'],
    ['Multimodal Incomplete Learning', 'incomplete multimodal learning'],
    ['Segmentation of Agricultural Landscapes', 'Agricultural landscape segmentation'],
    ['localizing circuits', 'Circuit Localization'],
    ['movie review generation', 'generating movie reviews'],
  ])('%s, %s', (a, b) => {
    expect(haveSameWords(a, b)).toBe(true);
  });

  it.each([
    ['text-to-image generation', 'image-to-text generation'],
    ['text to image', 'image to text'],
    ['I2T', 'T2I'],
    ['I2V generation', 'V2I generation'],
    ['GPT-5.4', 'GPT-5.1'],
    ['Qwen 7B', 'Qwen 72B'],
    ['ScanNet', 'ScanNet++'],
    ['voice conversion', 'voice conversation'],
    ['document comprehension', 'document compression'],
    ['domain generation', 'domain generalization'],
    ['object detector', 'object detection'],
    ['image transform', 'image transformer'],
    ['detection', 'detecting'],
  ])('not %s, %s', (a, b) => {
    expect(haveSameWords(a, b)).toBe(false);
  });
});
