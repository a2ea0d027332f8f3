import type { Disc } from '../../graph/layout/disc.ts';
import { settle } from '../../graph/layout/settle.ts';
import type { Library } from '../library.ts';
import type { Positions } from './planes.ts';

/** Between the edges of a guest and another disc: less than the plane keeps free, so that it finds room between them. */
const GAP = 2.5;

/**
 * Places for nodes that a plane has none for, among those that are drawn on it: each beside what it is joined with, of
 * its own community if it can, on the nearest free spot. Papers and numbers lie where what they are about does.
 * @param drawn discs that lie on the plane
 * @param guests keys, with their radii
 */
export function placeGuests(
  library: Library,
  plane: Positions,
  drawn: readonly Disc[],
  guests: readonly Pick<Disc, 'key' | 'radius'>[],
): Disc[] {
  const discs = guests.map(({ key, radius }) => {
    const [x, y] = homeOf(library, plane, key) ?? [0, 0];
    return { key, radius, x, y };
  });
  settle(discs, GAP, drawn);
  return discs;
}

type Home = readonly [x: number, y: number];

/** The middle of what a node is joined with; of what that is joined with, where none of it lies on the plane. */
function homeOf(library: Library, plane: Positions, key: string): Home | undefined {
  const neighbours = neighboursOf(library, key);
  return (
    middleOf(library, plane, key, neighbours) ??
    middleOf(
      library,
      plane,
      key,
      neighbours.flatMap((other) => neighboursOf(library, other)),
    )
  );
}

function middleOf(
  { communityOf }: Library,
  plane: Positions,
  key: string,
  others: readonly string[],
): Home | undefined {
  const community = communityOf.get(key);
  const kin = others.filter((other) => plane.has(other) && communityOf.get(other) === community);
  const near = (kin.length > 0 ? kin : others).flatMap((other) => {
    const place = plane.get(other);
    return place ? [place] : [];
  });
  if (near.length === 0) return undefined;
  const mean = (axis: 0 | 1) => near.reduce((sum, place) => sum + place[axis], 0) / near.length;
  return [mean(0), mean(1)];
}

const neighboursOf = ({ index }: Library, key: string): string[] =>
  index.linksOf(key).map(({ source, target }) => (source === key ? target : source));
