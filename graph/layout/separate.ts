import type { Disc } from './disc.ts';
import { DiscGrid } from './disc-grid.ts';

/** The part of a crowd's spiral that is taken for full when the next disc looks for a spot. */
const PASSED_OVER = 0.9;
const ROUNDS = 250;
/** How often discs are pushed at most, all rounds together: 250 rounds of 20,000, 10 of 500,000. */
const PUSHES = 5_000_000;
/** A little more than needed, so that rounding the positions cannot make two discs touch. */
const SLACK = 0.05;

/**
 * Moves discs apart until no two are closer than `gap`, in place; the `fixed` ones stay where they are.
 * Each pair that is too close is pushed apart by its overlap, round after round. What is still too close
 * after the last round (a crowd among fixed discs) goes to the nearest free spot.
 */
export function separate(discs: readonly Disc[], gap: number, fixed: readonly Disc[] = []): void {
  const all = [...discs, ...fixed];
  const largest = all.reduce((most, { radius }) => Math.max(most, radius), 0);
  const reach = 2 * largest + gap + SLACK;
  // Fewer rounds for a crowd: what they leave is put down disc by disc.
  const rounds = Math.min(ROUNDS, Math.ceil(PUSHES / Math.max(1, discs.length)));
  for (let round = 0; round < rounds; round += 1) {
    if (!pushApart(all, discs.length, gap, reach)) return;
  }
  settle(discs, fixed, gap, reach);
}

/** Pushes every pair that is too close; the first `movable` discs move. Says whether any did. */
function pushApart(discs: readonly Disc[], movable: number, gap: number, reach: number): boolean {
  const grid = new DiscGrid(reach);
  for (const disc of discs) grid.add(disc);
  const shifts = new Float64Array(2 * movable);
  let moved = false;
  for (let first = 0; first < movable; first += 1) {
    const disc = discs[first];
    if (!disc) continue;
    for (const second of grid.near(disc)) {
      const other = discs[second];
      // A pair of movable discs is met from both ends, and pushed once.
      if (!other || second === first || (second < movable && second < first)) continue;
      const least = disc.radius + other.radius + gap;
      if (!isCloser(disc, other, least + SLACK / 2)) continue;
      moved = true;
      const away = apart(disc, other, first);
      const overlap = least + SLACK - away.distance;
      const share = second < movable ? overlap / 2 : overlap;
      addShift(shifts, first, -away.x * share, -away.y * share);
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

const isCloser = (a: Disc, b: Disc, distance: number): boolean =>
  (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < distance * distance;

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

/** Puts discs down one after the other, each on the nearest spot of a spiral where it touches none. */
function settle(discs: readonly Disc[], fixed: readonly Disc[], gap: number, reach: number): void {
  const placed = [...fixed, ...discs];
  const grid = new DiscGrid(reach);
  for (const disc of fixed) grid.add(disc);
  // Where a crowd has one home, the next one need not search again what is full already.
  const turns = new Map<string, number>();
  for (const disc of discs) {
    const home = { x: disc.x, y: disc.y };
    const crowd = `${Math.floor(home.x / reach)} ${Math.floor(home.y / reach)}`;
    let turn = Math.floor((turns.get(crowd) ?? 0) * PASSED_OVER);
    for (; !isFree(disc, grid, placed, gap); turn += 1) {
      const distance = 0.5 * Math.sqrt(turn + 1);
      disc.x = home.x + distance * Math.cos(turn);
      disc.y = home.y + distance * Math.sin(turn);
    }
    turns.set(crowd, Math.max(turn, turns.get(crowd) ?? 0));
    grid.add(disc);
  }
}

function isFree(disc: Disc, grid: DiscGrid, placed: readonly Disc[], gap: number): boolean {
  for (const index of grid.near(disc)) {
    const other = placed[index];
    if (!other) continue;
    if (isCloser(disc, other, disc.radius + other.radius + gap + SLACK / 2)) return false;
  }
  return true;
}
