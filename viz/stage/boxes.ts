import type { Positions } from '../arrange/planes.ts';
import type { Library } from '../library.ts';

/** The share of nodes at each side that may lie outside of what is shown first. */
const OUTSIDE = 0.002;

export interface Box {
  readonly x: [number, number];
  readonly y: [number, number];
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A picture that grows or shrinks by more than that is another one to who looks at a part of it. */
const MOST_GROWTH = 2;

/** Whether a picture is so much larger or smaller than before that where one looked shows something else, or nothing. */
export function isOtherSize(before: Extent, now: Extent): boolean {
  const growth = Math.max(now.width, now.height) / Math.max(before.width, before.height);
  return growth > MOST_GROWTH || growth < 1 / MOST_GROWTH;
}

/** What of a plane fills the stage: its entities, whatever layers lie around them; nothing special where there are none. */
export function boxOfEntities({ index }: Library, plane: Positions): Box | null {
  const entities = index.nodes.filter(({ kind }) => kind !== 'Paper' && kind !== 'Result');
  const places = entities.flatMap(({ key }) => {
    const place = plane.get(key);
    return place ? [place] : [];
  });
  return boxOf(places);
}

/** The box of places, without the few that lie far out; nothing special where there are too few. */
export function boxOf(places: readonly (readonly [number, number])[]): Box | null {
  if (places.length < 2) return null;
  const along = (axis: 0 | 1): [number, number] => {
    const values = places.map((place) => place[axis]);
    values.sort((a, b) => a - b);
    // A few that lie far out must not make the others small.
    const out = Math.floor(values.length * OUTSIDE);
    return [values[out] ?? 0, values.at(-1 - out) ?? 0];
  };
  return { x: along(0), y: along(1) };
}
