import { describe, expect, it } from 'vitest';
import type { ExtractedEntity, ExtractedRelation, Place } from '../../graph/schema.ts';
import { compares, settleComparisons } from '../../src/extract/comparisons.ts';
import { createViews } from '../../src/extract/views.ts';

/** Settles claims `[winner, loser, confidence]` that one sentence bears out; gives them as text. */
function settle(text: string, ...claims: (readonly [string, string, number])[]): string[] {
  const at = (words: string): Place => {
    const start = text.indexOf(words);
    return { field: 'text', start, end: start + words.length };
  };
  const [sources, targets] = [claims.map(([source]) => source), claims.map(([, target]) => target)];
  const names = [...new Set([...sources, ...targets])];
  const entities = names.map(
    (name): ExtractedEntity => ({
      name,
      type: 'Model',
      aliases: [],
      mentions: [at(name)],
      confidence: 1,
    }),
  );
  const relations = claims.map(
    ([source, target, confidence]): ExtractedRelation => ({
      source,
      type: 'OUTPERFORMS',
      target,
      evidence: at(text),
      by: 'model',
      confidence,
    }),
  );
  const settled = settleComparisons(relations, entities, createViews({ id: 'd', text }));
  return settled.map(({ source, type, target, by }) => `${source} ${type} ${target} (${by})`);
}

describe('settleComparisons(relations, entities, views)', () => {
  it.each([
    'UR2 has performance comparable to GPT-4o.',
    'UR2 achieves comparable performance with closed models (e.g., GPT-4o).',
    'UR2 performs comparably to the larger GPT-4o.',
    'UR2 stays competitive with GPT-4o.',
    'UR2 is nearly on par with GPT-4o.',
    'UR2 matches GPT-4o.',
    'UR2 wins, closely approaching GPT-4o.',
    'UR2 rivals GPT-4o.',
    'UR2 stands in the same performance band as GPT-4o.',
    'UR2 beats all others and matches the accuracy of GPT-4o.',
  ])('makes no winner of "%s"', (text) => {
    expect(settle(text, ['UR2', 'GPT-4o', 0.8])).toEqual([
      'UR2 COMPARED_WITH GPT-4o (model + parity)',
    ]);
  });

  it.each([
    'UR2 outperforms GPT-4o.',
    'UR2 outperforms or matches GPT-4o.',
    'UR2 matches or exceeds GPT-4o.',
    'UR2 outperforms competitive baselines such as GPT-4o.',
    'UR2 outperforms rivals like GPT-4o.',
    'UR2 beats other approaches, GPT-4o.',
    'UR2 matches BERT. It outperforms GPT-4o.',
    'UR2 has comparable size and is better than GPT-4o.',
  ])('leaves the winner of "%s"', (text) => {
    expect(settle(text, ['UR2', 'GPT-4o', 0.8])).toEqual(['UR2 OUTPERFORMS GPT-4o (model)']);
  });

  it('keeps the surer of two claims that contradict each other', () => {
    const text = 'We test GPT-5 and Gemini.';

    expect(settle(text, ['GPT-5', 'Gemini', 0.4], ['Gemini', 'GPT-5', 0.7])).toEqual([
      'Gemini OUTPERFORMS GPT-5 (model)',
    ]);
    expect(settle(text, ['GPT-5', 'Gemini', 0.4], ['Gemini', 'GPT-5', 0.4])).toEqual([
      'GPT-5 OUTPERFORMS Gemini (model)',
    ]);
  });
});

describe('compares(text)', () => {
  it.each([
    'Gemini achieves the best accuracy.',
    'Gemini is faster.',
    'from 42 % in Claude to 58 % in Gemini',
    'a 1.3x speedup',
  ])('is true of "%s"', (text) => {
    expect(compares(text)).toBe(true);
  });

  it('is false of a list', () => {
    expect(compares('We evaluate GPT-4o, Llama-3.2 and Gemini on MMMU.')).toBe(false);
  });
});
