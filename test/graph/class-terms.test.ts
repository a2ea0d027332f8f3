import { describe, expect, it } from 'vitest';
import { isClassTerm } from '../../graph/class-terms.ts';

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
