import { describe, expect, it } from 'vitest';
import { settle } from '../../../graph/layout/settle.ts';

const disc = (key: string, x: number, y: number, radius = 4) => ({ key, radius, x, y });

describe('settle(discs, gap, fixed)', () => {
  it('leaves a disc that has room where it is', () => {
    const lone = disc('lone', 50, 50);
    settle([lone], 2, [disc('fixed', 0, 0)]);
    expect(lone).toEqual(disc('lone', 50, 50));
  });

  it('puts a crowd around what does not move', () => {
    const fixed = [disc('fixed', 0, 0, 10)];
    const crowd = Array.from({ length: 20 }, (_, at) => disc(`crowd-${at}`, 0, 0));
    settle(crowd, 2, fixed);
    const all = [...fixed, ...crowd];
    for (const [at, a] of all.entries()) {
      for (const b of all.slice(at + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius + 2);
      }
    }
    expect(Math.max(...crowd.map(({ x, y }) => Math.hypot(x, y)))).toBeLessThan(60);
    expect(fixed).toEqual([disc('fixed', 0, 0, 10)]);
  });
});
