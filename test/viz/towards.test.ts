import { describe, expect, it } from 'vitest';
import { towards } from '../../viz/stage/towards.ts';

const points = [
  { key: 'right', x: 10, y: 1 },
  { key: 'far right', x: 30, y: 0 },
  { key: 'aside', x: 8, y: 7 },
  { key: 'up', x: 0, y: -5 },
];

describe('towards(points, from, direction)', () => {
  it.each([
    ['ArrowRight', 'right'],
    ['ArrowUp', 'up'],
    ['ArrowLeft', undefined],
    ['ArrowDown', undefined],
  ] as const)('%s leads to %s', (direction, key) => {
    expect(towards(points, { x: 0, y: 0 }, direction)).toBe(key);
  });

  it('goes on from where one has come to', () => {
    expect(towards(points, { x: 10, y: 1 }, 'ArrowRight')).toBe('far right');
  });
});
