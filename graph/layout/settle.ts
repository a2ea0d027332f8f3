import type { Disc } from './disc.ts';
import { DiscGrid } from './disc-grid.ts';

/** A little more than needed, so that rounding the positions cannot make two discs touch. */
export const SLACK = 0.05;
/** The part of a crowd's spiral that is taken for full when the next disc looks for a spot. */
const PASSED_OVER = 0.9;
/** How far apart the spots of a spiral lie. */
const STEP = 2;

/**
 * Puts discs down one after the other, in place, each on the nearest spot of a spiral around where it was at which it is
 * no closer than `gap` to any other; the `fixed` ones stay where they are.
 */
export function settle(discs: readonly Disc[], gap: number, fixed: readonly Disc[] = []): void {
  const placed = [...fixed, ...discs];
  const largest = placed.reduce((most, { radius }) => Math.max(most, radius), 0);
  const reach = 2 * largest + gap + SLACK;
  const grid = new DiscGrid(reach, placed.length);
  for (const disc of fixed) grid.add(disc);
  // Where a crowd has one home, the next one need not search again what is full already.
  const turns = new Map<string, number>();
  for (const disc of discs) {
    const home = { x: disc.x, y: disc.y };
    const crowd = `${Math.floor(home.x / reach)} ${Math.floor(home.y / reach)}`;
    let turn = Math.floor((turns.get(crowd) ?? 0) * PASSED_OVER);
    for (; !isFree(disc, grid, { placed, gap, largest }); turn += 1) {
      const distance = STEP * Math.sqrt(turn + 1);
      disc.x = home.x + distance * Math.cos(turn);
      disc.y = home.y + distance * Math.sin(turn);
    }
    turns.set(crowd, Math.max(turn, turns.get(crowd) ?? 0));
    grid.add(disc);
  }
}

function isFree(
  disc: Disc,
  grid: DiscGrid,
  { placed, gap, largest }: { placed: readonly Disc[]; gap: number; largest: number },
): boolean {
  for (const index of grid.near(disc, disc.radius + largest + gap + SLACK)) {
    const other = placed[index];
    if (!other) continue;
    if (isCloser(disc, other, disc.radius + other.radius + gap + SLACK / 2)) return false;
  }
  return true;
}

export const isCloser = (a: Disc, b: Disc, distance: number): boolean =>
  (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < distance * distance;
