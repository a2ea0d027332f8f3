import { describe, expect, it } from 'vitest';
import type { ResultKind } from '../../../graph/schema.ts';
import { readDifference } from '../../../src/extract/numbers/difference.ts';
import { readDirection } from '../../../src/extract/numbers/direction.ts';
import { readKind } from '../../../src/extract/numbers/kind.ts';
import { readSetting } from '../../../src/extract/numbers/setting.ts';
import { readUnit } from '../../../src/extract/numbers/unit.ts';
import { readValue } from '../../../src/extract/numbers/value.ts';
import type { Span } from '../../../src/extract/read.ts';

const at = (text: string, number: string): Span => {
  const start = text.indexOf(number);
  return [start, start + number.length];
};

describe('readUnit(text, span)', () => {
  it.each([
    ['reaches 84.7 % and more', '84.7', '%'],
    ['is 7.46x faster', '7.46', 'x'],
    ['is 7.46× faster', '7.46', 'x'],
    ['a 3 x 4 grid', '3', undefined],
    ['a factor of 6 on GPU', '6', 'x'],
    ['a ×5.04 FLOPs reduction', '5.04', 'x'],
    ['a grid of 3 ×4', '4', undefined],
    ['a threefold speedup', 'three', 'x'],
    ['ten times faster', 'ten', 'x'],
    ['doubles the throughput', 'doubles', 'x'],
    ['twice as fast', 'twice', 'x'],
    ['two orders of magnitude faster', 'two', 'x'],
    ['3-5 orders of magnitude', '3', 'x'],
    ['five percent', 'five', '%'],
    ['six percentage points', 'six', 'points'],
    ['+2.5 percentage points', '2.5', 'points'],
    ['by 20 F1 points', '20', 'points'],
    ['a 46-pp gap', '46', 'points'],
    ['on 20 data points', '20', undefined],
    ['a PSNR of 39.85 dB', '39.85', undefined],
  ])('"%s": %s is in %s', (text, number, unit) => {
    expect(readUnit(text, at(text, number))).toBe(unit);
  });

  it.each([
    ['about 80-83% of them', '80', '%'],
    ['a 2 to 7x speedup', '2', 'x'],
    ['+15.3 and +21.9 points, respectively', '15.3', 'points'],
    ['gains of 1.2, 3.4, and 5.6%', '1.2', '%'],
    ['AUC 0.682, 95% CI [0.5, 0.8]', '0.682', undefined],
  ])('has the unit of the last of a range or a list: "%s"', (text, number, unit) => {
    expect(readUnit(text, at(text, number))).toBe(unit);
  });
});

describe('readKind(text, span)', () => {
  it.each([
    ['is 7.46x faster', '7.46', 'ratio'],
    ['by +5.2 mAP', '5.2', 'gain'],
    ['improves accuracy by up to 5.2%', '5.2', 'gain'],
    ['a 5.2% relative improvement', '5.2', 'gain'],
    ['cuts VRAM by 54.7%', '54.7', 'reduction'],
    ['54.7% fewer tokens', '54.7', 'reduction'],
    ['prunes over 90% of the visual tokens', '90', 'reduction'],
    ['reduces 11.9% more bitrate than DCVC', '11.9', 'reduction'],
    ['confusion elevated by nearly 50%', '50', 'gain'],
    ['better detail (-14% LPIPS)', '14', 'reduction'],
    ['improves speed and reduces cost by 37%', '37', 'reduction'],
    ['from 45.0 to 57.5', '45.0', 'absolute'],
    ['from 45.0 to 57.5', '57.5', 'absolute'],
    ['cuts the error to only 1.8%', '1.8', 'absolute'],
    ['a smooth degradation to 29.2%', '29.2', undefined],
    ['when usage is reduced below 55%', '55', 'absolute'],
    ['limits the drop to 3.4%', '3.4', undefined],
    ['the gains increase to 15%', '15', undefined],
    ['improves F1 compared to 84.7%', '84.7', undefined],
    ['gains ranging from 1.8% to 15.5%', '15.5', undefined],
    ['reaches 84.7%', '84.7', undefined],
    ['doubles the throughput', 'doubles', 'ratio'],
    ['improves by five percentage points', 'five', 'gain'],
    ['boosts F1 by 2.1% and 3.4%', '3.4', 'gain'],
    ['surpassing RMT by 0.7%/1.3%/0.3%', '0.3', 'gain'],
    ['cuts the error by 12 to 15.5%', '15.5', 'reduction'],
    ['improves F1 by 28 percent to 0.51', '0.51', 'absolute'],
    ['beats all others by 6%, and 89% on transfer', '89', undefined],
    ['improves both by 1.6% and 2.8% to 88.8%', '88.8', undefined],
    ['is 42.3% and 29.5% faster', '42.3', 'gain'],
    ['needs 10% to 20% less memory', '10', 'reduction'],
  ])('"%s": %s is %s', (text, number, kind) => {
    expect(readKind(text, at(text, number))).toBe(kind);
  });
});

describe('readValue(text, span, { signed })', () => {
  it.each([
    ['on 2,621 tasks', '2,621', 2621, '2,621'],
    ['over 53k pages', '53', 53_000, '53k'],
    ['3.54M tokens', '3.54', 3_540_000, '3.54M'],
    ['12.5 million images', '12.5', 12_500_000, '12.5 million'],
    ['an error of 293 m', '293', 293, '293'],
    ['is 5 bits', '5', 5, '5'],
    ['a correlation of -0.864', '0.864', -0.864, '-0.864'],
    ['a range of 3-5', '5', 5, '5'],
    ['($-$85.5)', '85.5', 85.5, '85.5'],
    ['a tenfold speedup', 'ten', 10, 'ten'],
    ['doubling its speed', 'doubling', 2, 'doubling'],
    ['by two orders of magnitude', 'two', 100, 'two orders of magnitude'],
    ['an order of magnitude', 'an', 10, 'an order of magnitude'],
    ['an order-of-magnitude', 'an', 10, 'an order-of-magnitude'],
    ['3-5 orders of magnitude', '3', 1000, '3'],
    ['1.5 orders of magnitude', '1.5', 32, '1.5 orders of magnitude'],
  ])('"%s": %s is %d', (text, digits, value, words) => {
    const numeral = readValue(text, at(text, digits), { signed: true });
    expect(numeral?.value).toBe(value);
    expect(text.slice(...(numeral?.span ?? []))).toBe(words);
  });

  it('takes the minus of a difference for a hyphen', () => {
    expect(readValue('by -44%', [4, 6])).toEqual({ value: 44, span: [4, 6] });
  });

  it('reads no list as a number', () => {
    expect(readValue('5,10,20', [0, 7])).toBe(undefined);
  });
});

describe('readDirection(text, span, kind)', () => {
  it.each([
    ['599x lower cost', '599', 'ratio', 'down'],
    ['40.7x more errors', '40.7', 'ratio', 'up'],
    ['7.46x higher throughput', '7.46', 'ratio', 'up'],
    ['a 13.6x peak memory reduction', '13.6', 'ratio', 'down'],
    ['reduces training time by 3.4×', '3.4', 'ratio', 'down'],
    ['a speedup of up to 5x', '5', 'ratio', 'up'],
    ['3x, 14x, and 26x larger models', '3', 'ratio', 'up'],
    ['a 75x improvement in inference time', '75', 'ratio', null],
    ['a ratio of 2x', '2', 'ratio', null],
    ['doubles the throughput', 'doubles', 'ratio', 'up'],
    ['twice the cost', 'twice', 'ratio', 'up'],
    ['two orders of magnitude fewer tokens', 'two', 'ratio', 'down'],
    ['ten times fewer tokens', 'ten', 'ratio', 'down'],
    ['improves by 5%', '5', 'gain', 'up'],
    ['gains 5%', '5', 'gain', 'up'],
    ['cuts by 5%', '5', 'reduction', 'down'],
    ['is 5% lower', '5', 'absolute', null],
  ] satisfies [string, string, ResultKind, 'up' | 'down' | null][])(
    '"%s": %s as a %s goes %s',
    (text, number, kind, direction) => {
      expect(readDirection(text, at(text, number), kind)).toBe(direction);
    },
  );
});

describe('readDifference(text, span, kind)', () => {
  it.each([
    ['by 5.2 points', '5.2', 'gain', 'points'],
    ['an absolute improvement of 5.2%', '5.2', 'gain', 'points'],
    ['a 5.2% relative reduction', '5.2', 'reduction', 'relative'],
    ['relative gains of up to 12.24%', '12.24', 'gain', 'relative'],
    ['from 45.0% to 57.5% (+12.5%)', '12.5', 'gain', 'points'],
    ['from 40.0% to 60.0% (+50%)', '50', 'gain', 'relative'],
    ['the mean absolute error falls by 5%', '5', 'reduction', undefined],
    ['improves by 5%', '5', 'gain', undefined],
    ['reaches 5 points', '5', 'absolute', undefined],
  ] satisfies [string, string, ResultKind, 'relative' | 'points' | undefined][])(
    '"%s": %s as a %s is %s',
    (text, number, kind, difference) => {
      expect(readDifference(text, at(text, number), kind)).toBe(difference);
    },
  );
});

describe('readSetting(text, span)', () => {
  it.each([
    ['reaches 31.6% under the interactive protocol.', 'under the interactive protocol'],
    ['coordination fails in 31.6% of cases in multi-agent systems.', 'in multi-agent systems'],
    ['Under a strict latency budget, it reaches 31.6%.', 'Under a strict latency budget'],
    ['+31.6 mAP in the zero-shot setting.', 'in the zero-shot setting'],
    ['31.6% zero-shot accuracy', 'zero-shot'],
    ['72.8% in the text-only setting to 31.6% with images', undefined],
    ['31.6% over the zero-shot baseline', undefined],
    ['31.6% in various settings', undefined],
    ['It works in noisy conditions. It reaches 31.6%', undefined],
  ])('"%s": %s', (text, words) => {
    const setting = readSetting(text, at(text, '31.6'));
    expect(setting && text.slice(...setting)).toBe(words);
  });
});
