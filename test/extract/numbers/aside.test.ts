import { describe, expect, it } from 'vitest';
import { isAside } from '../../../src/extract/numbers/aside.ts';

/** Of "2/«7» tasks" the text and where the marked number stands in it. */
function marked(text: string): [string, [number, number]] {
  const [before = '', number = '', after = ''] = text.split(/[«»]/);
  return [before + number + after, [before.length, before.length + number.length]];
}

describe('isAside(text, span)', () => {
  it.each([
    'an OR of 0.72 («95»% CI 0.56-0.92)',
    'an OR of 0.72 (95% CI «0.56»-0.92)',
    'an OR of 0.72 (95% CI 0.56-«0.92»)',
    'a slope of 0.4 (95% confidence interval: [-0.23, +«0.21»])',
    'an F1 of 0.49±«0.07»',
    'an F1 of 0.49 +/- «0.07»',
    'more than before (p < «0.001»)',
    'a p-value of «0.03»',
    'a longer gaze (t(9) = «1.934», p = 0.043)',
    'by students (n = «53»)',
    'reduces false vetoes to 10/«4039»',
    'an mAP@«0.5» of 56.2',
    '0.95 mAP at «0.50» IoU',
    'a top-«5» accuracy of 91.2%',
    'ranked «4»th of 31 teams',
    'maps intensities in [«0», 1] to embeddings',
    'maps intensities in [«0,1»] to embeddings',
    'a rate in [0, «1»]',
    'prompts with an accuracy in («0.5»,1)',
    'ahead of Seg-Zero-«7»B',
    'takes «23» minutes 36 seconds',
    'takes 23 minutes «36» seconds',
    'takes 2 hours and «5» minutes',
  ])('is true of "%s"', (text) => {
    expect(isAside(...marked(text))).toBe(true);
  });

  it.each([
    'an OR of «0.72» (95% CI 0.56-0.92)',
    'reaches «95»% accuracy',
    'an accuracy of «0.83», 95% CI [0.8, 0.9]',
    'an F1 of «0.49»±0.07',
    'may vary by ±«23»%',
    'P = «0.963», R = 0.733',
    'a latency of 85/«54» ms',
    'success rates of 45/19/«77»%',
    'runs at 273/«169»/124 FPS',
    'needs 1/«8» of the memory',
    'matches «10»/40 names',
    'an accuracy at «84.3»%',
    '55.8 AP at «15.8» FPS',
    'a pass@5 of «0.61»',
    'needs 3-«5»M steps',
    'correlates with accuracy (r in [«0.86», 0.94])',
    'is ahead of BERT («0.5») and ELMo',
    'beyond the «100»th percentile',
    'takes «23» minutes',
  ])('is false of "%s"', (text) => {
    expect(isAside(...marked(text))).toBe(false);
  });
});
