import type { Camera } from '../address.ts';

/** A place in the units of the camera: the whole picture is 1 wide or high, and y grows upwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What of a stage is free to show something in, in pixels. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  /** What a unit of the camera takes where the whole picture is in view. */
  readonly unit: number;
  /** Kept free at each side, for names and for what lies over the stage. */
  readonly margins: { readonly side: number; readonly top: number; readonly bottom: number };
}

/** The camera that shows all places in the middle of the free ground, but never nearer than `closest`. */
export function cameraOver(
  places: readonly Place[],
  { width, height, unit, margins }: Ground,
  closest: number,
): Camera {
  const [left, right] = span(places.map(({ x }) => x));
  const [low, high] = span(places.map(({ y }) => y));
  const free = {
    width: Math.max(1, width - 2 * margins.side),
    height: Math.max(1, height - margins.top - margins.bottom),
  };
  const ratio = Math.max(
    closest,
    ((right - left) * unit) / free.width,
    ((high - low) * unit) / free.height,
  );
  // What lies in the middle of the free ground is not in the middle of the stage.
  const higher = (((margins.bottom - margins.top) / 2) * ratio) / unit;
  return { x: (left + right) / 2, y: (low + high) / 2 - higher, ratio };
}

/** Of a node's neighbours, so many have to be near for the others to be left out of view. */
const NEAR_SHARE = 0.6;

/**
 * The neighbours that are brought into view with a node: all where they fit on the ground at a ratio that lets one read,
 * else the nearest that do. Where those are too few, all of them: then it is the extent that says something.
 */
export function framedWith<Other extends Place>(
  node: Place,
  others: readonly Other[],
  ground: Ground,
  legible: number,
): readonly Other[] {
  const distance = ({ x, y }: Place) => Math.max(Math.abs(x - node.x), Math.abs(y - node.y));
  const nearest = [...others].sort((a, b) => distance(a) - distance(b));
  const fits = (amount: number) =>
    cameraOver([node, ...nearest.slice(0, amount)], ground, 0).ratio <= legible;
  // The more are shown, the farther away the camera is: the last that fits is found by halving.
  let [least, most] = [0, nearest.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return least >= NEAR_SHARE * nearest.length ? nearest.slice(0, least) : nearest;
}

const span = (values: readonly number[]): [number, number] => [
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
];
