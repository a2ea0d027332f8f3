import { SHOWN_FIRST } from '../../graph/layout/top.ts';
import type { ExplorerData } from '../../graph/schema.ts';
import type { State } from '../state.ts';

/** Where nodes lie, in units of `nodeRadius`. */
export type Positions = ReadonlyMap<string, readonly [x: number, y: number]>;

/** The pictures of a library that were laid out in Node. */
export interface Planes {
  /** All nodes. */
  readonly whole: Positions;
  /** The entities that are drawn at first, where these are not all: wider apart, as there are fewer. */
  readonly top: Positions | undefined;
}

export function createPlanes({ positions, top }: Pick<ExplorerData, 'positions' | 'top'>): Planes {
  const places = new Map(Object.entries(top));
  return {
    whole: new Map(Object.entries(positions)),
    top: places.size > 0 ? places : undefined,
  };
}

/** The plane on which a state draws: that of the top while not more is drawn than has room there. */
export const planeOf = ({ whole, top }: Planes, { budget }: Pick<State, 'budget'>): Positions =>
  top && budget <= SHOWN_FIRST ? top : whole;
