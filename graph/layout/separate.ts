import type { Disc } from './disc.ts';
import { DiscGrid } from './disc-grid.ts';
import { isCloser, SLACK, settle } from './settle.ts';

const ROUNDS = 250;
/** How often discs are pushed at most, all rounds together: 250 rounds of 20,000, 10 of 500,000. */
const PUSHES = 5_000_000;

/**
 * Moves discs apart until no two are closer than `gap`, in place; the `fixed` ones stay where they are.
 * Each pair that is too close is pushed apart by its overlap, round after round. What is still too close
 * after the last round (a crowd among fixed discs) goes to the nearest free spot.
 */
export function separate(discs: readonly Disc[], gap: number, fixed: readonly Disc[] = []): void {
  const all = [...discs, ...fixed];
  // Fewer rounds for a crowd: what they leave is put down disc by disc.
  const rounds = Math.min(ROUNDS, Math.ceil(PUSHES / Math.max(1, discs.length)));
  for (let round = 0; round < rounds; round += 1) {
    if (!pushApart(all, discs.length, gap)) return;
  }
  settle(discs, gap, fixed);
}

/**
 * Pushes every pair that is too close apart by its overlap, once, in place; the first `movable` discs move. Says whether
 * any did.
 */
export function pushApart(discs: readonly Disc[], movable: number, gap: number): boolean {
  const grid = new DiscGrid(usualReach(discs, gap), discs.length);
  for (const disc of discs) grid.add(disc);
  const shifts = new Float64Array(2 * movable);
  let moved = false;
  for (const [first, disc] of discs.entries()) {
    // A pair is met from its larger disc, so that the many small ones look only close by.
    for (const second of grid.near(disc, 2 * disc.radius + gap + SLACK)) {
      const other = discs[second];
      if (!other || !comesAfter(other, second, disc, first)) continue;
      if (first >= movable && second >= movable) continue;
      const least = disc.radius + other.radius + gap;
      if (!isCloser(disc, other, least + SLACK / 2)) continue;
      moved = true;
      const away = apart(disc, other, Math.min(first, second));
      const overlap = least + SLACK - away.distance;
      const share = first < movable && second < movable ? overlap / 2 : overlap;
      if (first < movable) addShift(shifts, first, -away.x * share, -away.y * share);
      if (second < movable) addShift(shifts, second, away.x * share, away.y * share);
    }
  }
  for (let index = 0; index < movable; index += 1) {
    const disc = discs[index];
    if (!disc) continue;
    disc.x += shifts[2 * index] ?? 0;
    disc.y += shifts[2 * index + 1] ?? 0;
  }
  return moved;
}

/** How far most discs have to look: as far as one of the middle size does. */
function usualReach(discs: readonly Disc[], gap: number): number {
  const radii = discs.map(({ radius }) => radius).sort((a, b) => a - b);
  return 2 * (radii[Math.floor(radii.length / 2)] ?? 0) + gap + SLACK;
}

/** Whether a disc comes after another in the order of their sizes, the largest first. */
const comesAfter = (disc: Disc, index: number, other: Disc, otherIndex: number): boolean =>
  disc.radius < other.radius || (disc.radius === other.radius && index > otherIndex);

/** The unit vector from one disc to another. Discs on one spot part in a direction of their own. */
function apart(from: Disc, to: Disc, index: number): { x: number; y: number; distance: number } {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const distance = Math.sqrt(x * x + y * y);
  if (distance > 1e-6) return { x: x / distance, y: y / distance, distance };
  return { x: Math.cos(index), y: Math.sin(index), distance: 0 };
}

function addShift(shifts: Float64Array, index: number, x: number, y: number): void {
  shifts[2 * index] = (shifts[2 * index] ?? 0) + x;
  shifts[2 * index + 1] = (shifts[2 * index + 1] ?? 0) + y;
}
