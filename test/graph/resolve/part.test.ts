import { describe, expect, it } from 'vitest';
import { createDisjointSets } from '../../../graph/resolve/disjoint-sets.ts';
import { part, riftsOf } from '../../../graph/resolve/part.ts';

describe('riftsOf(different)', () => {
  it('finds the pairs of a claim without a look at the others, in the order of time', () => {
    const rifts = riftsOf([
      [4, 9],
      [2, 3],
      [4, 5],
    ]);
    expect([...rifts]).toEqual([
      [
        4,
        [
          { order: 0, stays: 4, goes: 9 },
          { order: 2, stays: 4, goes: 5 },
        ],
      ],
      [2, [{ order: 1, stays: 2, goes: 3 }]],
    ]);
  });
});

describe('part(positions, claims, same, rifts, company)', () => {
  const partWith = (positions: Int32Array, different: readonly (readonly [number, number])[]) =>
    part(positions, [], createDisjointSets(), riftsOf(different), () => new Set());

  it.each([
    ['no pair at all', []],
    [
      'pairs of other things',
      [
        [7, 8],
        [0, 9],
        [9, 1],
      ],
    ],
  ] as const)('leaves a thing as it is with %s', (_, different) => {
    const positions = Int32Array.of(0, 1, 2);
    expect(partWith(positions, different)).toEqual([positions]);
  });

  it('gives what must be apart from two parts a third one', () => {
    const different = [
      [1, 2],
      [0, 1],
      [0, 2],
    ] as const;
    expect(partWith(Int32Array.of(0, 1, 2, 3), different)).toEqual([[1, 3], [2], [0]]);
  });
});
