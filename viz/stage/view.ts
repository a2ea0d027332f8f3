import type { NodeType } from '../../graph/schema.ts';
import type { State } from '../state.ts';
import type { Palette } from './palette.ts';
import type { Picture } from './picture.ts';

/** All that the reducers need to know of the state, worked out once a change. */
export interface View {
  readonly state: State;
  readonly palette: Palette;
  /** The selected and the hovered node: what is not near them stands back. */
  readonly foci: ReadonlySet<string>;
  /** The foci and what an edge joins with them. */
  readonly near: ReadonlySet<string>;
  /** Pixels a unit of the layout takes at rest, limited so that nodes stay nodes. */
  readonly scale: number;
  /** How far the rest has stood back, 0 to 1. */
  readonly fading: number;
}

export function createView(
  picture: Picture,
  state: State,
  options: Pick<View, 'palette' | 'scale' | 'fading'>,
): View {
  const foci = new Set(
    [state.selection, state.hovered].filter((key) => key !== undefined && picture.hasNode(key)),
  ) as ReadonlySet<string>; // `undefined` has just been taken out
  const near = new Set(foci);
  for (const focus of foci) {
    for (const key of picture.neighbors(focus)) {
      if (isKindShown(state, picture.getNodeAttribute(key, 'kind'))) near.add(key);
    }
  }
  return { state, foci, near, ...options };
}

/** Whether nodes of a type are drawn by themselves. */
export function isKindShown({ hiddenTypes, layers }: State, kind: NodeType): boolean {
  if (kind === 'Paper' || kind === 'Result') return layers.has(kind);
  return !hiddenTypes.has(kind);
}

/** The selected and the hovered node are drawn whatever the filters say. */
export const isShown = (view: View, key: string, kind: NodeType): boolean =>
  isKindShown(view.state, kind) || view.foci.has(key);
