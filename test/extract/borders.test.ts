import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleBorders } from '../../src/extract/borders.ts';

function settled(source: string, ...names: string[]): string[] {
  const spans = names.map((name) => {
    const start = source.indexOf(name);
    return { span: [start, start + name.length], type: 'Method', confidence: 1 } as const;
  });
  return settleBorders(spans, source).map(({ span }) => source.slice(...span));
}

describe('settleBorders(spans, source)', () => {
  it.each([
    ['it beats Mamba-2 here', 'Mamba', 'Mamba-2'],
    ['it beats LLaVA 1.5 here', 'LLaVA 1', 'LLaVA 1.5'],
    ['from COVID-19.', 'COVID', 'COVID-19'],
    ['with zero-shot learning', 'zero', 'zero-shot'],
    ['a virtual try-on here', 'virtual try', 'virtual try-on'],
    ['Large Vision-Language Models', 'Large Vision', 'Large Vision-Language'],
    ['the O-RAN stack', 'O', 'O-RAN'],
    ['channel-wise learning', 'wise learning', 'channel-wise learning'],
    ['high-dimensional data', 'high-', 'high-dimensional'],
    ['Sentinel- 2 images', 'Sentinel-', 'Sentinel'],
    ['BERT-based tagging', 'BERT', 'BERT'],
    ['non-convex problems', 'convex', 'convex'],
    ['LLM-generated text', 'LLM', 'LLM'],
    ['the C++ and GSDMM+ here', 'GSDMM+', 'GSDMM+'],
    ['of visual grounding and more', 'visual grounding and', 'visual grounding'],
    ['with segmentation in the wild', 'segmentation in', 'segmentation'],
    ['plain name here', 'plain name', 'plain name'],
    ['ends in SimSD. Then', 'SimSD', 'SimSD'],
    ['SimSD--a method', 'SimSD', 'SimSD'],
  ])('in "%s", %s -> %s', (source, name, expected) => {
    expect(settled(source, name)).toEqual([expected]);
  });

  it('never reaches into the next name', () => {
    expect(settled('CNN+LSTM wins', 'CNN+', 'LSTM')).toEqual(['CNN', 'LSTM']);
    expect(settled('RGB-IR detection', 'RGB', 'IR detection')).toEqual(['RGB', 'IR detection']);
  });

  it('cuts no version off a name, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', '1', '-', '.', '+', ' '),
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, fc.nat(30), fc.integer({ min: 1, max: 8 }), (source, start, length) => {
        const span = [
          Math.min(start, source.length),
          Math.min(start + length, source.length),
        ] as const;
        const [found] = settleBorders([{ span, type: 'Method', confidence: 1 }], source);
        // What ends in a sign, such as C++, is not cut off a version.
        if (!found || !/[aB1]$/.test(source.slice(...found.span))) return;
        expect(source.slice(found.span[1])).not.toMatch(/^(?:[-.]?\d|[a-zB])/);
      }),
    );
  });
});
