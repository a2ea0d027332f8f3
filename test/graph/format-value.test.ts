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
});
