import { describe, expect, it } from 'vitest';
import { areUnlike, isSpelledIn, stemsOf } from '../../../graph/resolve/long-forms.ts';

describe('stemsOf(long)', () => {
  it.each([
    ['Low-Rank Adaptation', 'low-rank adapters', true],
    ['Rotary Position Embedding', 'rotary positional embeddings', true],
    ['Graph Retrieval-Augmented Generation', 'graph-based retrieval augmented generation', true],
    [
      'Reinforcement Learning with Human Feedback',
      'reinforcement learning from human feedback',
      true,
    ],
    ['Visual Language Models', 'vision-language models', true],
    ['Computer-Using Agents', 'computer-use agents', true],
    ['Multi-Choice Question Answering', 'multiple-choice question answering', true],
    ['Pre-Training', 'pretraining', true],
    ['continual pre-training', 'continuous pre-training', false],
    ['Medical Large Language Models', 'Multimodal Large Language Models', false],
    ['learning with labels', 'learning without labels', false],
    ['On-Policy Distillation', 'Off-Policy Distillation', false],
    ['Anchored Policy Optimization', 'Automatic Prompt Optimization', false],
    ['Generative Policy Optimization', 'Generalized Policy Optimization', false],
    ['attack success rate', 'automatic speech recognition', false],
  ])('of %s and %s agree: %s', (one, other, agreed) => {
    expect(stemsOf(one) === stemsOf(other)).toBe(agreed);
  });
});

describe('isSpelledIn(one, other)', () => {
  it.each([
    ['Quantized LoRA', 'Quantized Low-Rank Adaptation'],
    ['Multimodal LLMs', 'multi-modal large language models'],
    ['RL with Verifiable Rewards', 'Reinforcement Learning from Verifiable Rewards'],
    ['Knowledge-based Visual Question Answering', 'Knowledge-Based VQA'],
  ])('%s, %s', (one, other) => {
    expect(isSpelledIn(one, other)).toBe(true);
  });

  it.each([
    ['Medical LLMs', 'multimodal large language models'],
    ['Multimodal LLMs', 'multimodal language models'],
    ['Multimodal LLMs', 'multimodal large language model agents'],
    ['diffusion models', 'discrete diffusion models'],
  ])('not %s, %s', (one, other) => {
    expect(isSpelledIn(one, other)).toBe(false);
  });
});

describe('areUnlike(one, other)', () => {
  it.each([
    ['positional encodings', 'prompt engineering', true],
    ['self-distillation', 'speculative decoding', true],
    ['Autoregressive', 'auto-regressive', false],
    ['supervised fine-tuning', 'supervision during the fine-tuning', false],
  ])('%s, %s: %s', (one, other, unlike) => {
    expect(areUnlike(one, other)).toBe(unlike);
  });
});
