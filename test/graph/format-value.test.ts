import { describe, expect, it } from 'vitest';
import { formatValue } from '../../graph/format-value.ts';

const plain = { unit: null, kind: 'absolute', qualifier: null } as const;

describe('formatValue(result)', () => {
  it.each([
    [{ ...plain, value: 31.6, unit: '%' }, '31.6 %'],
    [{ ...plain, value: 10.2, unit: 'points', kind: 'gain' }, '+10.2 points'],
    [{ ...plain, value: 54.7, unit: '%', kind: 'reduction' }, '−54.7 %'],
    [{ ...plain, value: 7.46, unit: 'x', kind: 'ratio', qualifier: 'up to' }, 'up to 7.46×'],
    [{ ...plain, value: 2, kind: 'ratio' }, '2×'],
    [{ ...plain, value: 2621 }, '2621'],
  ] as const)('%j -> %s', (result, text) => {
    expect(formatValue(result)).toBe(text);
  });

  it.each([
    [52, '52.0', '52.0'],
    [-0.5, '−0.50', '-0.50'],
    [1234.5, '1,234.50', '1234.50'],
    [53_000, '53.0k', '53000'],
    [0.1, '0.1', '0.1'],
    [10, '10', '10'],
    [51.5, '52.0', '51.5'],
  ])('%d, written as %s -> %s', (value, written, text) => {
    expect(formatValue({ ...plain, value }, written)).toBe(text);
  });
});
