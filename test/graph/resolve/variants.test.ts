import { describe, expect, it } from 'vitest';
import { resolve } from '../../../graph/resolve/resolve.ts';
import { findVariants } from '../../../graph/resolve/variants.ts';
import type { EntityType } from '../../../graph/schema.ts';
import { paper } from '../paper.ts';

function variants(...named: readonly (readonly [string, EntityType])[]): string[] {
  const { identities, spellings } = resolve(
    named.map(([name, type], i) => paper(`p${i}`, { text: name, entities: [[name, type]] })),
  );
  return findVariants(identities, spellings).map(
    ({ source, target, part }) => `${source} ${part} ${target}`,
  );
}

describe('findVariants(identities, spellings)', () => {
  it.each([
    ['Qwen3', 'Qwen3-8B', 'Model', 'qwen3-8b size qwen3'],
    ['OSWorld', 'OSWorld-Verified', 'Benchmark', 'osworldverified split osworld'],
    ['GPT-5.4', 'GPT-5.4 mini', 'Model', 'gpt5.4mini variant gpt5.4'],
    ['AIME', 'AIME 2024', 'Benchmark', 'aime2024 date aime'],
    ['AIME', 'AIME 24/25', 'Benchmark', 'aime24-25 date aime'],
    ['DINO', 'DINOv2', 'Model', 'dinov2 version dino'],
    ['Recall', 'Recall@10', 'Metric', 'recall@10 parameters recall'],
  ] as const)('joins %s with %s', (family, name, type, variant) => {
    expect(variants([family, type], [name, type])).toEqual([variant]);
  });

  it('takes the nearest family', () => {
    expect(variants(['Qwen', 'Model'], ['Qwen3', 'Model'], ['Qwen3-8B-Instruct', 'Model'])).toEqual(
      ['qwen3 version qwen', 'qwen3-8binstruct variant qwen3'],
    );
  });

  it('knows a family by each of its spellings', () => {
    expect(
      variants(
        ['EPIC-KITCHENS', 'Benchmark'],
        ['EPIC-Kitchens', 'Benchmark'],
        ['EPIC-KITCHENS-100', 'Benchmark'],
      ),
    ).toEqual(['epickitchens100 size epickitchens']);
  });

  it.each([
    [
      'types that do not meet',
      [
        ['SCALE', 'Method'],
        ['SCALE-20k', 'Dataset'],
      ],
    ],
    [
      'a list of sizes',
      [
        ['Qwen-7B', 'Model'],
        ['Qwen2.5-3/7B', 'Model'],
      ],
    ],
    [
      'who made a list of models',
      [
        ['OpenAI', 'Model'],
        ['OpenAI-o1/o3', 'Model'],
      ],
    ],
    [
      'a family that is nowhere',
      [
        ['Qwen3-8B', 'Model'],
        ['Qwen3-72B', 'Model'],
      ],
    ],
    [
      'another method',
      [
        ['Agentic RL', 'Method'],
        ['Agentic Video RL', 'Method'],
      ],
    ],
    [
      'a family that two things bear',
      [
        ['Qwen', 'Model'],
        ['Qwen', 'Metric'],
      ],
    ],
  ] as const)('joins nothing for %s', (_, named) => {
    expect(variants(...named)).toEqual([]);
  });
});
