import { describe, expect, it } from 'vitest';
import { slug } from '../../graph/slug.ts';

describe('slug(name)', () => {
  it.each([
    ['OSWorld', 'osworld'],
    ['Mixture-of-Experts', 'mixtureofexpert'],
    ['GUI grounding', 'guigrounding'],
    ['LLMs', 'llm'],
    ['diffusion models', 'diffusionmodel'],
    ['AIMS', 'aims'],
    ["ViT's", 'vit'],
    ['ViT-S', 'vits'],
    ['cross-entropy loss', 'crossentropyloss'],
    ['bias', 'bias'],
    ['Fps', 'fps'],
    ['DMs', 'dm'],
    ['LLaMA 3.1 (8B)', 'llama3.1-8b'],
    ['C++', 'c++'],
    ['Pass@1', 'pass@1'],
    ['mAP@.5', 'map@0.5'],
    ['F₁', 'f1'],
    ['β-VAE', 'βvae'],
    ['FG²-GDN+', 'fg^2gdn+'],
    ['FG^2-GDN+', 'fg^2gdn+'],
    ['AIME 2024', 'aime2024'],
    ['Qwen2.5-VL 7B', 'qwen2.5vl7b'],
    ['53,000 pairs', '53000pair'],
    ['ImageNet 256×256', 'imagenet256x256'],
    ['知识图谱', '知识图谱'],
  ])('%s -> %s', (name, key) => {
    expect(slug(name)).toBe(key);
  });

  it.each([
    ['GPT-5.4', 'GPT-5.1'],
    ['Qwen3-1.7B', 'Qwen3-17B'],
    ['Llama-3-8B', 'Llama-38B'],
    ['FG²-GDN', 'FG²-GDN+'],
    ['FG²-GDN', 'FG-GDN'],
    ['Pass@1', 'Pass@10'],
    ['AIMS', 'AIM'],
    ['OSWorld', 'OSWorld-Verified'],
    ['C', 'C#'],
    ['A²', 'A2'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(slug(one)).not.toBe(slug(other));
  });

  it.each([
    ['GPT-4o', 'gpt 4o'],
    ['LLaMA-3.1 8B', 'Llama 3.1-8B'],
    ['ImageNet-1k', 'ImageNet1K'],
    ['vision–language model', 'Vision-Language Models'],
  ])('takes %s and %s for one spelling', (one, other) => {
    expect(slug(one)).toBe(slug(other));
  });

  it('gives no key that means something to every object', () => {
    expect(slug('Constructor')).toMatch(/^u43-u6f-/);
  });

  it('gives a name of signs alone a key of its own', () => {
    expect(slug('∇')).toBe('u2207');
    expect(slug('∇∇')).not.toBe(slug('∇'));
  });
});
