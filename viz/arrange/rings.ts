import { NODE_TYPES } from '../../graph/schema.ts';
import type { Picture } from '../stage/picture.ts';
import type { Positions } from './planes.ts';

/** Between two rings, and between two nodes on a ring, in units of the layout. */
const RING_GAP = 90;
const NODE_GAP = 14;
/** So many neighbours have names that need room of their own. */
const MANY = 12;
/** Beyond that many relations a node is only near in name. */
const MOST_RINGS = 3;

/**
 * A node in the middle, what it is related with on a ring around it, what that is related with on the next. On each ring
 * nodes lie near the one that they hang on; many around the middle stand by their kinds, with room for their names. What hangs
 * on none of these is left on rings outside.
 */
export function inRings(picture: Picture, around: string): Positions {
  const positions = new Map<string, readonly [number, number]>();
  if (!picture.hasNode(around)) return positions;
  positions.set(around, [0, 0]);
  const angles = new Map<string, number>([[around, 0]]);
  let radius = 0;
  let inner = [around];
  for (let ring = 1; ring <= MOST_RINGS && inner.length > 0; ring += 1) {
    const outer = nextRing(picture, inner, angles);
    radius =
      ring === 1 && outer.length > MANY
        ? placeLines(picture, outer.sort(byKind(picture)), positions, angles)
        : placeRing(picture, outer, radius, positions, angles);
    inner = outer;
  }
  const rest = picture.filterNodes((key) => !positions.has(key)).sort(byImportance(picture));
  while (rest.length > 0) {
    const room = Math.floor((2 * Math.PI * (radius + RING_GAP)) / (4 * NODE_GAP));
    radius = placeRing(picture, rest.splice(0, Math.max(1, room)), radius, positions, angles);
  }
  return positions;
}

/** What is joined with a ring and on none yet, in the order of what it hangs on. */
function nextRing(
  picture: Picture,
  inner: readonly string[],
  angles: Map<string, number>,
): string[] {
  const order: string[] = [];
  for (const key of [...inner].sort((a, b) => (angles.get(a) ?? 0) - (angles.get(b) ?? 0))) {
    const next = picture
      .neighbors(key)
      .filter((other) => !angles.has(other))
      .sort(byImportance(picture));
    for (const other of next) angles.set(other, angles.get(key) ?? 0);
    order.push(...next);
  }
  return order;
}

/** Spreads nodes over a ring that is wide enough for all of them, and says its radius. */
function placeRing(
  picture: Picture,
  keys: readonly string[],
  before: number,
  positions: Map<string, readonly [number, number]>,
  angles: Map<string, number>,
): number {
  if (keys.length === 0) return before;
  const widths = keys.map((key) => 2 * picture.getNodeAttribute(key, 'size') + NODE_GAP);
  const length = widths.reduce((sum, width) => sum + width, 0);
  const radius = Math.max(before + RING_GAP, length / (2 * Math.PI));
  let passed = 0;
  for (const [number, key] of keys.entries()) {
    const width = widths[number] ?? 0;
    const angle = (2 * Math.PI * (passed + width / 2)) / length;
    positions.set(key, [radius * Math.cos(angle), radius * Math.sin(angle)]);
    angles.set(key, angle);
    passed += width;
  }
  return radius;
}

/**
 * Spreads nodes over a ring so that each has a line of its own for its name beside it: down the right half, then down the
 * left one, evenly by height and not by angle. Says the ring's radius.
 */
function placeLines(
  picture: Picture,
  keys: readonly string[],
  positions: Map<string, readonly [number, number]>,
  angles: Map<string, number>,
): number {
  const half = Math.ceil(keys.length / 2);
  const sides = [keys.slice(0, half), keys.slice(half)].map((side) =>
    side.map((key) => ({ key, width: 2 * picture.getNodeAttribute(key, 'size') + NODE_GAP })),
  );
  const heights = sides.map((side) => side.reduce((sum, { width }) => sum + width, 0));
  const radius = Math.max(RING_GAP, ...heights.map((height) => height / 2));
  for (const [number, side] of sides.entries()) {
    let passed = 0;
    for (const { key, width } of side) {
      const y = radius * (1 - (2 * (passed + width / 2)) / (heights[number] ?? 1));
      const x = Math.sqrt(radius ** 2 - y ** 2) * (number === 0 ? 1 : -1);
      positions.set(key, [x, y]);
      angles.set(key, Math.atan2(y, x));
      passed += width;
    }
  }
  return radius;
}

/** Nodes of one kind side by side, the most important first. */
const byKind = (picture: Picture) => (a: string, b: string) => {
  const [first, second] = [a, b].map((key) =>
    NODE_TYPES.indexOf(picture.getNodeAttribute(key, 'kind')),
  );
  return (first ?? 0) - (second ?? 0) || byImportance(picture)(a, b);
};

const byImportance = (picture: Picture) => (a: string, b: string) =>
  picture.getNodeAttribute(b, 'importance') - picture.getNodeAttribute(a, 'importance') ||
  (a < b ? -1 : 1);
