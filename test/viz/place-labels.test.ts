import { describe, expect, it } from 'vitest';
import { type LabelWish, placeLabels } from '../../viz/stage/place-labels.ts';

const wish = (x: number, y: number, options: Partial<LabelWish> = {}): LabelWish => ({
  text: 'name',
  x,
  y,
  radius: 4,
  width: 30,
  height: 14,
  side: 'right',
  insists: false,
  ...options,
});
const canvas = { left: 0, top: 0, right: 200, bottom: 200 };
const place = (wishes: LabelWish[], options: Partial<Parameters<typeof placeLabels>[1]> = {}) =>
  placeLabels(wishes, { obstacles: [], canvas, most: 99, ...options }).map(({ left, middle }) => [
    left,
    middle,
  ]);

describe('placeLabels(wishes, options)', () => {
  it('writes beside the node, on the side that is asked for', () => {
    expect(place([wish(100, 100)])).toEqual([[108, 100]]);
    expect(place([wish(100, 100, { side: 'left' })])).toEqual([[62, 100]]);
  });

  it('moves a label that would touch one before it', () => {
    expect(place([wish(100, 100), wish(105, 100)])).toEqual([
      [108, 100],
      [67, 100],
    ]);
  });

  it('leaves out what fits nowhere', () => {
    const crowd = Array.from({ length: 9 }, () => wish(100, 100));
    expect(place(crowd)).toHaveLength(4);
  });

  it('covers a disc only for a label that insists', () => {
    const obstacles = [{ left: 0, top: 0, right: 200, bottom: 200 }];
    expect(place([wish(100, 100)], { obstacles })).toEqual([]);
    expect(place([wish(100, 100, { insists: true })], { obstacles })).toEqual([[108, 100]]);
  });

  it('writes nothing over the border of the canvas', () => {
    expect(place([wish(195, 100)])).toEqual([[157, 100]]);
  });

  it('centres the label of an edge on its point', () => {
    expect(place([wish(100, 100, { radius: undefined })])).toEqual([[85, 100]]);
  });

  it('writes as many as it may', () => {
    expect(place([wish(20, 20), wish(20, 80), wish(20, 140)], { most: 2 })).toHaveLength(2);
  });
});
