import { describe, expect, it } from 'vitest';
import { parseName } from '../../../graph/resolve/parse-name.ts';
import {
  contradiction,
  NAME_PARTS,
  partOf,
  renderingKey,
} from '../../../graph/resolve/parsed-name.ts';
import type { TypeGroup } from '../../../graph/resolve/type-group.ts';

function partsOf(name: string, group: TypeGroup): Record<string, string> {
  const parsed = parseName(name, group);
  const parts = NAME_PARTS.map((part) => [part, partOf(parsed, part)] as const);
  return Object.fromEntries(parts.filter(([, text]) => text !== ''));
}

describe('parseName(name, group)', () => {
  it.each([
    [
      'Qwen2.5-VL-7B-Instruct',
      'system',
      { family: 'qwen', version: '2.5', size: '7e9', modality: 'vl', variant: 'instruct' },
    ],
    ['Claude 4.5 Sonnet', 'system', { family: 'claude', version: '4.5', variant: 'sonnet' }],
    ['LLaMA-3.1 8B', 'system', { family: 'llama', version: '3.1', size: '8e9' }],
    ['DeepSeek-R1-0528', 'system', { family: 'deepseek', version: 'r1', date: '0528' }],
    ['Qwen3-30B-A3B', 'system', { family: 'qwen', version: '3', size: '3e10 a3b' }],
    ['ViT-B/16', 'system', { family: 'vit', size: '16', variant: 'base' }],
    ['GPT-4o (2024-05-13)', 'system', { family: 'gpt', version: '4o', date: '20240513' }],
    ['AIME24', 'collection', { family: 'aime', date: '2024' }],
    ['AIME24/25', 'collection', { family: 'aime', date: '2024/2025' }],
    ['Qwen2.5-3/7B', 'system', { family: 'qwen', version: '2.5', size: '3e9/7e9' }],
    ['ImageNet-1k', 'collection', { family: 'imagenet', size: '1e3' }],
    ['SWE-bench Verified', 'collection', { family: 'swebench', split: 'verified' }],
    ['MMLU-Pro', 'collection', { family: 'mmlu', split: 'pro' }],
    ['Pass@1', 'metric', { family: 'pass', parameters: '@1' }],
    ['BLEU-4', 'metric', { family: 'bleu', parameters: '4' }],
    ['machine translation', 'task', { family: 'machinetranslation' }],
  ] as const)('takes %s apart', (name, group, parts) => {
    expect(partsOf(name, group)).toEqual(parts);
  });
});

describe('renderingKey(parsed)', () => {
  it.each([
    ['system', 'Claude 4.5 Sonnet', 'Claude Sonnet 4.5', 'claude-4-5-sonnet'],
    ['system', 'Llama-3.1-8B', 'LLaMA 3.1 (8B)', 'Llama 3.1 8 billion', 'Llama 8B 3.1'],
    ['system', 'Vicuna-7B-v1.5', 'Vicuna v1.5 7B', 'Vicuna 1.5 7B'],
    ['system', 'SAM 2', 'SAM2', 'SAM v2', 'SAM 2.0'],
    ['system', 'DeepSeekV3', 'DeepSeek-V3', 'DeepSeek 3'],
    ['system', 'ViT-L/14', 'ViT-Large/14'],
    ['system', 'π0.5', 'pi0.5', 'π₀.₅'],
    ['system', 'OpenAI o3', 'OpenAI-o3', 'o3', 'o3 model'],
    ['system', 'Qwen2.5-3/7B', 'Qwen2.5-3B/7B', 'Qwen2.5 7B/3B'],
    ['collection', 'AIME 2024', 'AIME24', "AIME'24", 'AIME-24', 'AIME 24'],
    ['collection', 'AIME 24/25', 'AIME24/25', 'AIME 2024/2025', 'AIME2024 & 25'],
    ['collection', 'ImageNet-1k', 'ImageNet1K'],
    ['collection', 'τ²-bench', 'tau2-bench', 'Tau2 Bench'],
    ['collection', 'HumanEval+', 'HumanEval Plus', 'HumanEval-plus'],
    ['collection', 'C4', 'C4 dataset', 'the C4 corpus'],
    ['system', 'Meta-Llama-3-8B', 'Meta Llama 3 8B', 'Llama 3 8B'],
    ['system', 'explainable artificial intelligence', 'Explainable AI'],
    ['system', 'AdamW optimizer', 'AdamW'],
    ['metric', 'mean IoU', 'mIoU', 'Mean IoU'],
    ['metric', 'mAP@.5', 'mAP@0.5'],
    ['metric', 'F1', 'F1-score', 'F1 scores'],
    ['metric', 'Pass@1', 'pass @1', 'Pass@1 rate'],
    ['task', 'text-to-image generation', 'Text2Image Generation'],
    ['task', 'visualisation of strategies', 'visualization of strategy'],
  ] as const)('is one for a %s: %s, %s, ...', (group, ...names) => {
    const keys = names.map((name) => renderingKey(parseName(name, group)));
    expect(new Set(keys).size, keys.join(', ')).toBe(1);
  });
});

describe('contradiction(a, b)', () => {
  it.each([
    ['system', 'GPT-5.4', 'GPT-5.1', 'version'],
    ['system', 'GPT-5.4', 'GPT-5.4 mini', 'variant'],
    ['system', 'Qwen2.5-VL-7B', 'Qwen2.5-VL-72B', 'size'],
    ['system', 'Qwen3-8B', 'Qwen3-VL-8B', 'modality'],
    ['system', 'SAM', 'SAM 2', 'version'],
    ['system', 'SAM 2 Adapter', 'SAM Adapter 2', 'family'],
    ['system', 'GRPO', 'Dr. GRPO', 'family'],
    ['system', 'diffusion', 'diffusion model', 'family'],
    ['system', 'C', 'C++', 'family'],
    ['system', 'Meta RL', 'RL', 'family'],
    ['system', 'Meta-DETR', 'DETR', 'family'],
    ['metric', 'mAP@.5', 'mAP@5', 'parameters'],
    ['collection', 'OSWorld', 'OSWorld-Verified', 'split'],
    ['collection', 'AIME 2024', 'AIME 2025', 'date'],
    ['collection', 'AIME 2024', 'AIME 2024/2025', 'date'],
    ['system', 'Qwen3-4B', 'Qwen3-4B/8B', 'size'],
    ['collection', 'ImageNet-1k', 'ImageNet-21k', 'size'],
    ['collection', 'CIFAR-10', 'CIFAR-100', 'version'],
    ['metric', 'Pass@1', 'Pass@10', 'parameters'],
    ['metric', 'F1', 'macro-F1', 'family'],
    ['metric', 'success', 'success rate', 'family'],
  ] as const)('of %s names %s and %s is in %s', (group, a, b, part) => {
    expect(contradiction(parseName(a, group), parseName(b, group))).toBe(part);
  });

  it('is none between renderings', () => {
    const [a, b] = ['Claude 4.5 Sonnet', 'Claude Sonnet 4.5'].map((name) =>
      parseName(name, 'system'),
    );
    expect(a && b && contradiction(a, b)).toBeUndefined();
  });
});
