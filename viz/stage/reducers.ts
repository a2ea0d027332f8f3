import { lineName } from './focus.ts';
import { fade } from './palette.ts';
import type { EdgePicture, NodePicture } from './picture.ts';
import { SHAPES, type Shape } from './shapes.ts';
import type { View } from './view.ts';

/** How opaque what does not belong to the focus is, and an edge at rest. */
const FADED = 0.12;
const EDGE_AT_REST = 0.35;
const CLASS_TERM = 0.4;
const SMALLEST = 1.2;
/** Lines at rest stay thin; those of the focus grow with the zoom. */
const EDGE_WIDTH = { atRest: 0.8, near: 1, chosen: 2 } as const;
/** So many lines of the focus are drawn in full; four times as many at half the strength, and none at less than this. */
const FEW_LINES = 40;
const FAINTEST_LINE = 0.3;

export interface NodeDisplay {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly surface: string;
  readonly shape: Shape;
  readonly zIndex: number;
}

export interface EdgeDisplay {
  /** The focus's edges show which way they go. */
  readonly type: 'curve' | 'arrow';
  readonly size: number;
  readonly color: string;
  readonly curvature: number;
  readonly hidden: boolean;
  readonly zIndex: number;
}

/** How a node looks now. */
export function reduceNode(view: View, key: string, node: NodePicture): NodeDisplay {
  const { palette, foci, near, fading } = view;
  const isNear = near.has(key);
  const rest = node.classTerm && !isNear ? CLASS_TERM : 1;
  const share = foci.size === 0 || isNear ? rest : rest + (FADED - rest) * fading;
  return {
    x: node.x,
    y: node.y,
    size: Math.max(SMALLEST, node.size * view.scale),
    color: fade(palette.types[node.tint], palette.surface, share),
    surface: palette.surface,
    shape: SHAPES[node.kind],
    zIndex: foci.has(key) ? 2 : isNear ? 1 : 0,
  };
}

/** How an edge looks now: the strongest at rest, all of what the reader walked to, and all of the focus. */
export function reduceEdge(
  view: View,
  edge: EdgePicture,
  ends: { readonly source: string; readonly target: string },
  source: NodePicture,
): EdgeDisplay {
  const { palette, foci, open, fading, state, crowd } = view;
  const isChosen = view.lines.has(lineName(ends.source, edge.relation, ends.target));
  const touches = isChosen || open.has(ends.source) || open.has(ends.target);
  // That a paper mentions a thing says less than any claim.
  const isClaim = touches && (isChosen || edge.relation !== 'MENTIONS');
  const back = foci.size === 0 ? 0 : fading;
  const atRest = EDGE_AT_REST * (touches ? 1 : 1 + (FADED - 1) * back);
  const share = isChosen ? 1 : isClaim ? strengthAmong(crowd) : atRest;
  const isWalked = state.kept.has(ends.source) && state.kept.has(ends.target);
  return {
    type: isClaim ? 'arrow' : 'curve',
    size: isChosen ? EDGE_WIDTH.chosen : isClaim ? EDGE_WIDTH.near : EDGE_WIDTH.atRest,
    color: fade(palette.types[source.tint], palette.surface, share),
    curvature: edge.curvature,
    hidden: !(edge.strong || touches || isWalked),
    zIndex: touches ? 1 : 0,
  };
}

const strengthAmong = (lines: number): number =>
  Math.max(FAINTEST_LINE, Math.min(1, (FEW_LINES / lines) ** 0.5));
