import { describe, expect, it } from 'vitest';
import { sunflower } from '../../../graph/layout/disc.ts';
import { inRegions } from '../../../graph/layout/regions.ts';

const OPTIONS = { gap: 9, aspect: 1 };

/** Discs of so many communities, all mixed up on one spot of ground, with who is in which. */
function mixed(sizes: readonly number[]) {
  const regionOf = new Map<string, number>();
  const discs = sizes.flatMap((size, number) =>
    Array.from({ length: size }, (_, at) => {
      const key = `${number}-${at}`;
      regionOf.set(key, number);
      return { key, radius: at === 0 ? 12 : 4, ...sunflower(at * sizes.length + number, 10) };
    }),
  );
  return { discs, regionOf };
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y);

describe('inRegions(discs, regionOf, options)', () => {
  it('leaves free ground between communities', () => {
    const { discs, regionOf } = mixed([40, 25, 25, 10]);
    inRegions(discs, regionOf, OPTIONS);
    const between = discs.flatMap((a) =>
      discs
        .filter((b) => regionOf.get(a.key) !== regionOf.get(b.key))
        .map((b) => distance(a, b) - a.radius - b.radius),
    );
    expect(Math.min(...between)).toBeGreaterThan(30);
  });

  it('lets no two discs be closer than the gap', () => {
    const { discs, regionOf } = mixed([60, 30]);
    inRegions(discs, regionOf, OPTIONS);
    for (const [at, a] of discs.entries()) {
      for (const b of discs.slice(at + 1)) {
        expect(distance(a, b)).toBeGreaterThanOrEqual(a.radius + b.radius + OPTIONS.gap);
      }
    }
  });

  it('keeps what lay in the middle of a community there', () => {
    const { discs, regionOf } = mixed([40, 40]);
    inRegions(discs, regionOf, OPTIONS);
    const own = discs.filter(({ key }) => key.startsWith('0-'));
    const middle = {
      x: own.reduce((sum, { x }) => sum + x, 0) / own.length,
      y: own.reduce((sum, { y }) => sum + y, 0) / own.length,
    };
    const away = own.map((disc) => distance(disc, middle));
    expect(away[0]).toBeLessThan((away.at(-1) ?? 0) / 2);
  });

  it('puts what is in no community into the region that it lay nearest to', () => {
    const { discs, regionOf } = mixed([20, 20]);
    for (const disc of discs) disc.x += regionOf.get(disc.key) === 1 ? 5_000 : 0;
    const loner = { key: 'loner', radius: 4, x: 4_900, y: 0 };
    inRegions([...discs, loner], regionOf, OPTIONS);
    const nearest = discs.reduce((best, disc) =>
      distance(disc, loner) < distance(best, loner) ? disc : best,
    );
    expect(regionOf.get(nearest.key)).toBe(1);
  });

  it('parts discs where there is no community at all', () => {
    const discs = [
      { key: 'a', radius: 4, x: 0, y: 0 },
      { key: 'b', radius: 4, x: 0, y: 0 },
    ];
    inRegions(discs, new Map(), OPTIONS);
    const [a = { x: 0, y: 0 }, b = { x: 0, y: 0 }] = discs;
    expect(distance(a, b)).toBeGreaterThanOrEqual(17);
  });
});
