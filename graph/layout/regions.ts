import type { Disc } from './disc.ts';
import { pushApart, separate } from './separate.ts';
import { mean } from './shape.ts';

/** How much more room a region gets than its discs need side by side. */
const LOOSE = 1.7;
/** Free ground between two regions. */
const REGION_GAP = 60;
/** How often regions are drawn in to the middle, by which share of the way at first, and how often pushed apart after each. */
const ROUNDS = 100;
const DRAWN_IN = 0.05;
const PUSHES = 4;

/**
 * Gives each community a round region of its own, in place: regions lie where the middles of their discs were, apart
 * and drawn together into a picture about `aspect` times as wide as high; discs fill their regions evenly, each in the
 * direction from the middle in which it lay. What is in no community goes into the region that it lies nearest to.
 * @param regionOf the number of the community of each disc that is in one
 * @param gap between the edges of two discs
 */
export function inRegions(
  discs: readonly Disc[],
  regionOf: ReadonlyMap<string, number>,
  { gap, aspect }: { readonly gap: number; readonly aspect: number },
): void {
  const regions = regionsOf(discs, regionOf, gap);
  arrange(regions, aspect);
  for (const region of regions) {
    fill(region);
    separate(region.members, gap);
  }
  separate(discs, gap);
}

interface Region extends Disc {
  readonly members: readonly Disc[];
  /** Where the middle of its members was. */
  readonly middle: { readonly x: number; readonly y: number };
}

function regionsOf(
  discs: readonly Disc[],
  regionOf: ReadonlyMap<string, number>,
  gap: number,
): Region[] {
  const groups = new Map<number, Disc[]>();
  for (const disc of discs) {
    const number = regionOf.get(disc.key);
    if (number === undefined) continue;
    const group = groups.get(number);
    if (group) group.push(disc);
    else groups.set(number, [disc]);
  }
  const middles = [...groups].map(([number, members]) => ({ number, ...middleOf(members) }));
  if (middles.length === 0) return [];
  for (const disc of discs) {
    if (!regionOf.has(disc.key)) groups.get(nearest(middles, disc).number)?.push(disc);
  }
  return [...groups].map(([number, members]) => {
    const room = members.reduce((sum, { radius }) => sum + (2 * radius + gap) ** 2, 0);
    const middle = middleOf(members);
    const radius = Math.sqrt((LOOSE * room) / Math.PI);
    return { key: String(number), members, middle, ...middle, radius };
  });
}

const middleOf = (discs: readonly Disc[]) => ({
  x: mean(discs.map(({ x }) => x)),
  y: mean(discs.map(({ y }) => y)),
});

function nearest<Middle extends Region['middle']>(
  middles: readonly Middle[],
  { x, y }: Region['middle'],
): Middle {
  const distance = (middle: Middle) => (middle.x - x) ** 2 + (middle.y - y) ** 2;
  return middles.reduce((best, middle) => (distance(middle) < distance(best) ? middle : best));
}

/** Spreads regions as wide as they need, then draws them in as far as they let one another. */
function arrange(regions: readonly Region[], aspect: number): void {
  let [area, moment] = [0, 0];
  for (const { x, y, radius } of regions) {
    area += radius * radius;
    moment += radius * radius * (x * x + y * y);
  }
  // Evenly filled, a disc of this area has half the square of its radius as mean square distance from its middle.
  const scale = moment > 0 ? Math.sqrt(area / 2) / Math.sqrt(moment / area) : 1;
  for (const region of regions) {
    region.x *= scale * Math.sqrt(aspect);
    region.y *= scale / Math.sqrt(aspect);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const share = DRAWN_IN * (1 - round / ROUNDS);
    for (const region of regions) {
      region.x *= 1 - share / aspect;
      region.y *= 1 - share * aspect;
    }
    for (let push = 0; push < PUSHES; push += 1) pushApart(regions, regions.length, REGION_GAP);
  }
  separate(regions, REGION_GAP);
}

/** Puts the members of a region onto it, those that were nearest to their middle into its middle. */
function fill({ members, middle, x, y, radius }: Region): void {
  const sorted = members
    .map((disc) => {
      const [right, up] = [disc.x - middle.x, disc.y - middle.y];
      return { disc, right, up, distance: Math.sqrt(right * right + up * up) };
    })
    .sort((a, b) => a.distance - b.distance || (a.disc.key < b.disc.key ? -1 : 1));
  const area = members.reduce((sum, disc) => sum + disc.radius * disc.radius, 0);
  let filled = 0;
  for (const { disc, right, up, distance } of sorted) {
    const own = disc.radius * disc.radius;
    const away = radius * Math.sqrt((filled + own / 2) / area);
    filled += own;
    disc.x = x + (distance > 0 ? (right * away) / distance : 0);
    disc.y = y + (distance > 0 ? (up * away) / distance : 0);
  }
}
