import { describe, expect, it } from 'vitest';
import { shareOf } from '../../../graph/derive/share-of.ts';
import { find } from '../paper.ts';

const whole = (text: string, number: string, kind: 'absolute' | 'gain' = 'absolute') =>
  shareOf(
    { id: '1', text },
    {
      ...{ kind, unit: '%' },
      number: find(text, number),
      evidence: { field: 'text', start: 0, end: text.length },
    },
  );

describe('shareOf(document, result)', () => {
  it.each([
    ['It retains 98% of the original accuracy on MATH.', '98', 'the original accuracy'],
    ['We recover 96 percent of its 16-bit MMLU performance.', '96', 'its 16-bit MMLU performance'],
    ["It reaches 82.4% of GPT-4's performance.", '82.4', "GPT-4's performance"],
    [
      'It keeps \\textbf{99.5\\%} of the vanilla model quality.',
      '99.5',
      'the vanilla model quality',
    ],
    [
      "It needs 29.2% of the original model's VRAM while fast.",
      '29.2',
      "the original model's VRAM",
    ],
    ['It closes 78% of the gap between two.', '78', 'the gap'],
    ['It keeps 90-95% of full-resolution accuracy.', '90', 'full-resolution accuracy'],
    ['It keeps 94.0% and 98.6% of the baseline.', '94.0', 'the baseline'],
    ['It keeps 91% of full-cache accuracy on GSM8K and 71% on MATH.', '71', 'full-cache accuracy'],
  ])('%s: %s is a share of %s', (text, number, expected) => {
    expect(whole(text, number)).toBe(expected);
  });

  it.each([
    ['It solves 98% of the tasks.', '98'],
    ['It solves 45% of the original questions.', '45'],
    ['It reaches 98% accuracy, and uses 5% of the data.', '98'],
    ['About 56.6% of generation quality derives from images.', '56.6'],
    ['Over 47% of instructions from strong baselines fail.', '47'],
    ['It reaches 73.6% of Major Class Accuracy.', '73.6'],
    ['It keeps 91% of full accuracy. It has 71% on MATH.', '71'],
  ])('%s: %s is none', (text, number) => {
    expect(whole(text, number)).toBeUndefined();
  });

  it('asks only of absolute percentages', () => {
    expect(whole('It gains 5% of the original accuracy.', '5', 'gain')).toBeUndefined();
  });
});
