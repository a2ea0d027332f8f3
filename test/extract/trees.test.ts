import { describe, expect, it } from 'vitest';
import { oddsOf, trees } from '../../src/extract/trees.ts';

const leaf = (value: number) => ({
  feature: [],
  threshold: [],
  left: [],
  right: [],
  leaf: [value],
});
/** `a <= 1` is 10, else `b <= 2` is 20, else 30. */
const deep = {
  feature: [0, 1],
  threshold: [1, 2],
  left: [-1, -2],
  right: [1, -3],
  leaf: [10, 20, 30],
};

describe('oddsOf(trees, candidate)', () => {
  it.each([
    [{ a: 1 }, 10],
    [{ a: 1.01, b: 2 }, 20],
    [{ a: 1.01, b: 2.01 }, 30],
    [{}, 10],
  ])('comes to the leaf of %o', (candidate, value) => {
    expect(oddsOf({ features: ['a', 'b'], trees: [deep] }, candidate)).toBe(value);
  });

  it('adds up the trees', () => {
    expect(oddsOf({ features: ['a', 'b'], trees: [deep, leaf(-1), leaf(0.5)] }, {})).toBe(9.5);
  });
});

describe('trees', () => {
  it.each([
    ['a split that leads back', { ...deep, right: [0, -3] }],
    ['a leaf that is not there', { ...deep, right: [1, -4] }],
    ['a split without a threshold', { ...deep, threshold: [1] }],
    ['a feature without a name', { ...deep, feature: [0, 2] }],
    ['no leaf at all', { ...leaf(0), leaf: [] }],
  ])('refuses %s', (_, tree) => {
    const all = { features: ['a', 'b'], trees: [tree] };
    expect(trees.safeParse(all).success).toBe(false);
    expect(trees.safeParse({ ...all, trees: [deep] }).success).toBe(true);
  });
});
