import { describe, expect, it } from 'vitest';
import { listed } from '../../../graph/resolve/name-list.ts';

describe('listed(name, group)', () => {
  it.each([
    ['AIME 24/25', 'collection', ['AIME 24', 'AIME 25']],
    ["AIME'24/'25", 'collection', ["AIME'24", "AIME'25"]],
    ['AIME2024 & 25', 'collection', ['AIME2024', 'AIME25']],
    ['Qwen2.5-3/7B', 'system', ['Qwen2.5-3B', 'Qwen2.5-7B']],
    ['Qwen-2.5-7B/14B-Instruct', 'system', ['Qwen-2.5-7B-Instruct', 'Qwen-2.5-14B-Instruct']],
    ['LLaMA-1/2/3', 'system', ['LLaMA-1', 'LLaMA-2', 'LLaMA-3']],
    ['OpenAI-o1/o3', 'system', ['OpenAI-o1', 'OpenAI-o3']],
    ['Recall@1/5', 'metric', ['Recall@1', 'Recall@5']],
  ] as const)('of %s', (name, group, names) => {
    expect(listed(name, group)).toEqual(names);
  });

  it.each([
    ['ViT-B/16', 'system'],
    ['ViT-L/14/336', 'system'],
    ['3D/4D', 'system'],
    ['Text-to-3D/4D', 'task'],
    ['W4A4/W8A8', 'system'],
    ['tokens/s', 'metric'],
    ['AIME 2024', 'collection'],
  ] as const)('none in %s', (name, group) => {
    expect(listed(name, group)).toBeUndefined();
  });
});
