import { describe, expect, it } from 'vitest';
import { isContraction, isInitialism, isShortFor } from '../../src/extract/short-forms.ts';

describe('isInitialism(short, long)', () => {
  it.each([
    ['RL', 'reinforcement learning'],
    ['CoT', 'chain-of-thought'],
    ['SFDA', 'Source-Free Domain Adaptation'],
    ['MMS', 'MultiModal Signstream'],
    ['DICE-DML', 'Deepfake-Informed Control Encoder for Double Machine Learning'],
    ['LLMs', 'Large Language Models'],
    ['OP-GRPO', 'Off-Policy GRPO'],
  ])('%s, %s', (short, long) => {
    expect(isInitialism(short, long)).toBe(true);
  });

  it.each([
    ['VLMs', 'Video-LLMs'],
    ['SimSD', 'Simple Self Distillation'],
    ['GPT', 'GPT-4'],
    ['rl', 'reinforcement learning'],
    ['NLI', 'inference in natural language'],
    ['ER', 'ER-RAG'],
    ['OKVQA', 'A-OKVQA'],
    ['MAD', 'MVTec-AD'],
    ['SR', 'Spatial-R1'],
  ])('not %s, %s', (short, long) => {
    expect(isInitialism(short, long)).toBe(false);
  });
});

describe('isContraction(short, long)', () => {
  it.each([
    ['ProCal', 'Probability Calibration'],
    ['3DGS', '3D Gaussian Splatting'],
    ['Meta-HRL', 'Meta Hierarchical Reinforcement Learning'],
    ['DAPointMamba', 'Domain Adaptive Point Mamba'],
    ['GenViP', 'Generative Visual Prompting'],
    ['P-GenRM', 'Personalized Generative Reward Model'],
    ['ViTs', 'Vision Transformers'],
    ['Abstract-CoT', 'Abstract Chain-of-Thought'],
    ['HDR-NVS', 'HDR Novel View Synthesis'],
    ['SimSD', 'Simple Self-Distillation'],
  ])('%s, %s', (short, long) => {
    expect(isContraction(short, long)).toBe(true);
  });

  it.each([
    ['GPT-4', 'GPT-4.1'],
    ['CIFAR-10', 'CIFAR-100'],
    ['OCR', 'OCR Robustness'],
    ['CoaT', 'CoaT-tree'],
    ['ALM', 'alternating minimization'],
    ['SAME', 'soft attention mechanism'],
    ['EXG', 'experience graph'],
    ['DAN', 'Diplomatic Annotation'],
    ['PRM', 'PRISM-MCTS'],
    ['ProCal', 'Calibrated Probability'],
    ['ProCal', 'Probability Calibration Network'],
    ['procal', 'probability calibration'],
  ])('not %s, %s', (short, long) => {
    expect(isContraction(short, long)).toBe(false);
  });
});

describe('isShortFor(short, long)', () => {
  it.each([
    ['GSM8K', 'Grade School Math 8K'],
    ['3D-VG', '3D Visual Grounding'],
    ['IH-GRPO', 'Implicit Hierarchical GRPO'],
    ['TIRL', 'Tool-integrated (TI) reinforcement learning'],
  ])('%s, %s', (short, long) => {
    expect(isShortFor(short, long)).toBe(true);
  });

  it.each([
    ['InternVL3', 'InternVL 3.5'],
    ['Qwen-VL', 'Qwen2.5-VL (72B)'],
    ['Llama-3', 'Llama-3.3 (70B)'],
    ['Qwen3-4B', 'Qwen3-4B base'],
    ['dVLA', 'Dream-VLA'],
  ])('not %s, %s', (short, long) => {
    expect(isShortFor(short, long)).toBe(false);
  });
});
