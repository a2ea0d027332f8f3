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
/** The farthest few are left out, too, where the others can then be seen from so much nearer. */
const FEW = 0.25;
const MUCH_NEARER = 1.5;

/**
 * The neighbours that are brought into view with a node: all where they fit on the ground at a ratio that lets one read,
 * else the nearest that do, without the farthest few that would make all others small. Where those are too few, all of
 * them: then it is the extent that says something.
 */
export function framedWith<Other extends Place>(
  node: Place,
  others: readonly Other[],
  ground: Ground,
  legible: number,
): readonly Other[] {
  const distance = ({ x, y }: Place) => Math.max(Math.abs(x - node.x), Math.abs(y - node.y));
  const nearest = [...others].sort((a, b) => distance(a) - distance(b));
  const ratioOf = (amount: number) =>
    cameraOver([node, ...nearest.slice(0, amount)], ground, 0).ratio;
  const fits = (amount: number) => ratioOf(amount) <= legible;
  // The more are shown, the farther away the camera is: the last that fits is found by halving.
  let [least, most] = [0, nearest.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  if (least < NEAR_SHARE * nearest.length) return nearest;
  const kept = Math.ceil((1 - FEW) * least);
  return nearest.slice(0, MUCH_NEARER * ratioOf(kept) < ratioOf(least) ? kept : least);
}

const span = (values: readonly number[]): [number, number] => [
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
];
