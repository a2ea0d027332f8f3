import type { Disc } from './disc.ts';
import { boundingBox } from './pack.ts';

/** How far apart neighbours lie on average. */
const SPACING = 26;
/** The power of the distance from the middle that far ends are drawn in by; 1 leaves them out there. */
const DRAWN_IN = 0.8;
/** A smaller group may lie as it likes. */
const LEAST_TURNED = 30;

/**
 * Gives a group that forces have left the shape of a picture, in place, with its middle at the origin: its longest axis
 * lies flat, it is widened towards the aspect, far ends are drawn in, and a disc has as much room on average as in every
 * other group. Forces leave tight knots with wide gaps between them, which the separation then spreads evenly.
 */
export function shape(discs: readonly Disc[], aspect: number): void {
  const middle = { x: mean(discs.map(({ x }) => x)), y: mean(discs.map(({ y }) => y)) };
  for (const disc of discs) {
    disc.x -= middle.x;
    disc.y -= middle.y;
  }
  if (discs.length >= LEAST_TURNED) turnToLandscape(discs, aspect);
  space(discs);
}

function turnToLandscape(discs: readonly Disc[], wanted: number): void {
  let [xx, yy, xy] = [0, 0, 0];
  for (const disc of discs) {
    xx += disc.x * disc.x;
    yy += disc.y * disc.y;
    xy += disc.x * disc.y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const disc of discs) {
    [disc.x, disc.y] = [disc.x * cos - disc.y * sin, disc.x * sin + disc.y * cos];
  }
  const box = boundingBox(discs);
  const aspect = (box.right - box.left) / (box.top === box.bottom ? 1 : box.bottom - box.top);
  const stretch = Math.min(1.25, Math.max(1, Math.sqrt(wanted / aspect)));
  for (const disc of discs) {
    disc.x *= stretch;
    disc.y /= stretch;
  }
}

function space(discs: readonly Disc[]): void {
  const spread = Math.sqrt(mean(discs.map(({ x, y }) => x * x + y * y)));
  if (spread === 0) return;
  // Evenly filled, a disc of radius R has a mean square distance of R * R / 2 from its middle.
  const radius = SPACING * Math.sqrt(discs.length / Math.PI);
  for (const disc of discs) {
    const distance = Math.sqrt(disc.x * disc.x + disc.y * disc.y) / (spread * Math.SQRT2);
    const scale = (radius * distance ** (DRAWN_IN - 1)) / (spread * Math.SQRT2);
    disc.x *= distance > 0 ? scale : 1;
    disc.y *= distance > 0 ? scale : 1;
  }
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
