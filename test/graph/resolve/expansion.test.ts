import { describe, expect, it } from 'vitest';
import { isExpansion, longFormIn } from '../../../graph/resolve/expansion.ts';

describe('isExpansion(short, long)', () => {
  it.each([
    ['GRPO', 'Group Relative Policy Optimization'],
    ['NIAH', 'Needle in a Haystack'],
    ['PPL', 'perplexity'],
    ['LLMs', 'large language models'],
    ['3DGS', '3D Gaussian Splatting'],
    ['LoRA', 'Low-Rank Adaptation'],
    ['ARC-C', 'ARC-Challenge'],
    ['top-1 acc', 'top-1 accuracy'],
  ])('%s is spelled out by %s', (short, long) => {
    expect(isExpansion(short, long)).toBe(true);
  });

  it.each([
    ['Dr. GRPO', 'Group Relative Policy Optimization'],
    ['LoRA+', 'low-rank adaptation'],
    ['GRPO-λ', 'Group Relative Policy Optimization'],
    ['LLM', 'multimodal large language model'],
    ['OSWorld', 'OSWorld-Verified'],
    ['Qwen-VL', 'Qwen2.5-VL'],
    ['accuracy', 'top-1 accuracy'],
    ['MATH-5', 'MATH-500'],
    ['top-1 acc', 'top-5 accuracy'],
    ['OSWorld-Verified', 'OSWorld'],
  ])('%s is not spelled out by %s', (short, long) => {
    expect(isExpansion(short, long)).toBe(false);
  });
});

describe('longFormIn(text, short)', () => {
  it.each([
    ['from data-driven and foundation model (FM)-based ones', 'FM', 'foundation model'],
    ['Foundation Models (FMs) are large.', 'FMs', 'Foundation Models'],
    ['We flow (FM).', 'FM', undefined],
    ['foundation models (LLMs)', 'FM', undefined],
    ['FM is fast.', 'FM', undefined],
  ])('of %j for %s', (text, short, long) => {
    expect(longFormIn(text, short)).toBe(long);
  });
});
