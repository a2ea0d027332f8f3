import { describe, expect, it } from 'vitest';
import { isClassTerm, isCoinedTerm } from '../../graph/class-terms.ts';

describe('isClassTerm(name, type)', () => {
  it.each([
    ['LLMs', 'Model', true],
    ['Large language models', 'Model', true],
    ['vision-language models', 'Model', true],
    ['LLM agents', 'Method', true],
    ['diffusion models', 'Method', true],
    ['fine-tuning', 'Method', true],
    ['hallucination', 'Task', true],
    ['GPT-5.4', 'Model', false],
    ['Mamba', 'Model', false],
    ['SDAR-family dLLMs', 'Model', false],
    ['GRPO', 'Method', false],
    ['speculative decoding', 'Method', false],
    ['web agent', 'Benchmark', false],
    ['accuracy', 'Metric', false],
  ] as const)('%s as a %s: %s', (name, type, expected) => {
    expect(isClassTerm(name, type)).toBe(expected);
  });
});

describe('isCoinedTerm(names)', () => {
  it.each([
    ['Youtu-Agent', true],
    ['Pose-VLA', true],
    ['Penguin-Encoder', true],
    ['Athena framework', true],
    ['Vision-LLM', false],
    ['Multi-Agent', false],
    ['Multimodal framework', false],
    ['RAG-VLM', false],
    ['Self-Verifying Agents', false],
    ['Agentic System', false],
    ['Review Feedback Agent', false],
    ['schema based agentic system', false],
    ['LLM', false],
  ])('%s: %s', (name, expected) => {
    expect(isCoinedTerm([name])).toBe(expected);
  });

  it('takes any form that a text gives it', () => {
    expect(isCoinedTerm(['Mecellem Models', 'Mecellem models'])).toBe(true);
    expect(isCoinedTerm(['Mecellem Models'])).toBe(false);
  });
});
