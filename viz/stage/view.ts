import type Sigma from 'sigma';
import type { State } from '../state.ts';
import type { Focus } from './focus.ts';
import type { Palette } from './palette.ts';
import type { EdgePicture, NodePicture, Picture } from './picture.ts';

/** All that the reducers need to know of the state, worked out once a change. */
export interface View extends Focus {
  readonly state: State;
  readonly palette: Palette;
  /** The foci, what their edges lead to, and what is pinned: everything else stands back. */
  readonly near: ReadonlySet<string>;
  /** How many lines the foci have. */
  readonly crowd: number;
  /** Pixels a unit of the layout takes at rest, limited so that nodes stay nodes. */
  readonly scale: number;
  /** How far the rest has stood back, 0 to 1. */
  readonly fading: number;
}

export function createView(
  picture: Picture,
  state: State,
  focus: Focus,
  options: Pick<View, 'palette' | 'scale' | 'fading'>,
): View {
  const near = new Set([...focus.foci, ...focus.chain, ...state.pinned]);
  let crowd = 0;
  for (const key of focus.open) {
    if (!picture.hasNode(key)) continue;
    for (const other of picture.neighbors(key)) near.add(other);
    crowd += picture.degree(key);
  }
  return { state, near, crowd, ...focus, ...options };
}

/** The nodes and edges that are drawn but not near a focus: those that stand back. */
export function drawnFarFrom(
  { near, open, lines }: View,
  picture: Picture,
  sigma: Sigma<NodePicture, EdgePicture>,
): { readonly nodes: string[]; readonly edges: string[] } {
  return {
    nodes: picture.filterNodes((key) => !near.has(key) && !sigma.getNodeDisplayData(key)?.hidden),
    edges: picture.filterEdges(
      (key, _edge, source, target) =>
        !open.has(source) &&
        !open.has(target) &&
        !lines.has(key) &&
        !sigma.getEdgeDisplayData(key)?.hidden,
    ),
  };
}
