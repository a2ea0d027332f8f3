import { describe, expect, it } from 'vitest';
import { abbreviates, settleBrackets } from '../../src/extract/brackets.ts';

describe('settleBrackets(tagged, source)', () => {
  it.each([
    ['use Group Policy (GP) here', 'Group Policy (GP', ['Group Policy', 'GP']],
    ['use Group Policy (GP) here', 'Group Policy (GP)', ['Group Policy', 'GP']],
    ['run FLUX.1 [dev] here', 'FLUX.1 [dev', ['FLUX.1 [dev]']],
    ['run Diffusion (1.5) here', 'Diffusion (1.5)', ['Diffusion (1.5)']],
    ['the (MoE) models', 'MoE) models', ['MoE']],
    ['a Thing (of sorts', 'Thing (of sorts', ['Thing']],
    ['GUI (G) grounding', 'GUI (G) grounding', ['GUI (G) grounding']],
    ['plain name', 'plain name', ['plain name']],
  ])('in "%s", "%s" -> %j', (source, name, names) => {
    const start = source.indexOf(name);
    const tagged = { span: [start, start + name.length], type: 'Method', confidence: 1 } as const;
    const settled = settleBrackets(tagged, source);
    expect(settled.map(({ span }) => source.slice(...span))).toEqual(names);
  });
});

describe('abbreviates(short, long)', () => {
  it.each([
    ['GRPO', 'Group Relative Policy Optimization', true],
    ['dLLMs', 'Diffusion large language models', true],
    ['SimSD', 'Simple Speculative Decoding', true],
    ['ours', 'our own system', true],
    ['XYZ', 'Group Policy', false],
    ['PG', 'Group Policy', false],
    ['G P', 'Group Policy', false],
    ['', 'Group Policy', false],
  ])('%s of %s: %s', (short, long, expected) => {
    expect(abbreviates(short, long)).toBe(expected);
  });
});
