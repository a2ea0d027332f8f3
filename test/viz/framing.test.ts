import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraOver, framedWith, type Ground, type Place } from '../../viz/stage/framing.ts';

const ground: Ground = {
  width: 700,
  height: 500,
  unit: 400,
  margins: { side: 100, top: 40, bottom: 60 },
};
/** Where a place stands on the stage, in pixels from its upper left corner. */
const seenBy = (camera: { x: number; y: number; ratio: number }, { x, y }: Place) => ({
  x: ground.width / 2 + ((x - camera.x) * ground.unit) / camera.ratio,
  y: ground.height / 2 - ((y - camera.y) * ground.unit) / camera.ratio,
});

describe('cameraOver(places, ground, closest)', () => {
  it('fits the wider side into what the margins leave', () => {
    const places = [
      { x: 0.2, y: 0.5 },
      { x: 0.7, y: 0.6 },
    ];
    const camera = cameraOver(places, ground, 0.01);
    expect(camera.ratio).toBeCloseTo(0.4);
    expect(places.map((place) => Math.round(seenBy(camera, place).x))).toEqual([100, 600]);
  });

  it('comes no nearer than it may', () => {
    const camera = cameraOver([{ x: 0.3, y: 0.4 }], ground, 0.1);
    expect(camera.ratio).toBe(0.1);
    const { x, y } = seenBy(camera, { x: 0.3, y: 0.4 });
    expect([Math.round(x), Math.round(y)]).toEqual([350, 240]);
  });

  it('leaves no place under the margins', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const places = fc.array(fc.record({ x: unit, y: unit }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(places, (places) => {
        const camera = cameraOver(places, ground, 0.05);
        for (const place of places) {
          const { x, y } = seenBy(camera, place);
          expect(x).toBeGreaterThan(99.99);
          expect(x).toBeLessThan(600.01);
          expect(y).toBeGreaterThan(39.99);
          expect(y).toBeLessThan(440.01);
        }
      }),
    );
  });
});

describe('framedWith(node, others, ground, legible)', () => {
  const node = { x: 0.5, y: 0.5 };
  const beside = (...distances: number[]) => distances.map((away) => ({ x: 0.5 + away, y: 0.5 }));

  it('takes all neighbours that fit where one can read', () => {
    const others = beside(0.3, 0.1, -0.1);
    expect(framedWith(node, others, ground, 0.4)).toHaveLength(3);
  });

  it('leaves out the few that lie too far away', () => {
    const others = beside(0.01, 0.5, 0.02, 0.03);
    expect(framedWith(node, others, ground, 0.1)).toEqual(beside(0.01, 0.02, 0.03));
  });

  it('leaves out a far one that would make the others small, though it fits', () => {
    const near = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06];
    expect(framedWith(node, beside(...near, 0.3), ground, 1)).toEqual(beside(...near));
    expect(framedWith(node, beside(...near, 0.08), ground, 1)).toHaveLength(7);
  });

  it('takes all where most lie far away', () => {
    expect(framedWith(node, beside(0.01, 0.4, -0.4), ground, 0.1)).toHaveLength(3);
  });

  it('takes none where there are none', () => {
    expect(framedWith(node, [], ground, 0.1)).toEqual([]);
  });
});
