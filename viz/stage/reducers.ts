import { fade } from './palette.ts';
import type { EdgePicture, NodePicture } from './picture.ts';
import { SHAPES, type Shape } from './shapes.ts';
import { isShown, type View } from './view.ts';

/** How opaque what does not belong to the focus is, and an edge at rest. */
const FADED = 0.12;
const EDGE_AT_REST = 0.35;
const CLASS_TERM = 0.4;
const SMALLEST = 1.2;
/** Lines at rest stay thin; those of the focus grow with the zoom. */
const EDGE_WIDTH = { atRest: 1, near: 1.7 } as const;

export interface NodeDisplay {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly surface: string;
  readonly shape: Shape;
  readonly hidden: boolean;
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
    hidden: !isShown(view, key, node.kind),
    zIndex: foci.has(key) ? 2 : isNear ? 1 : 0,
  };
}

/** How an edge looks now: the strongest at rest, and all of the focus. */
export function reduceEdge(
  view: View,
  edge: EdgePicture,
  ends: { readonly source: string; readonly target: string },
  nodes: { readonly source: NodePicture; readonly target: NodePicture },
): EdgeDisplay {
  const { palette, foci, fading } = view;
  const touches = foci.has(ends.source) || foci.has(ends.target);
  // That a paper mentions a thing says less than any claim.
  const isClaim = touches && edge.relation !== 'MENTIONS';
  const back = foci.size === 0 ? 0 : fading;
  const share = isClaim ? 1 : EDGE_AT_REST * (touches ? 1 : 1 + (FADED - 1) * back);
  const areShown =
    isShown(view, ends.source, nodes.source.kind) && isShown(view, ends.target, nodes.target.kind);
  return {
    type: isClaim ? 'arrow' : 'curve',
    size: isClaim ? EDGE_WIDTH.near : EDGE_WIDTH.atRest,
    color: fade(palette.types[nodes.source.tint], palette.surface, share),
    curvature: edge.curvature,
    hidden: !areShown || !(edge.strong || touches),
    zIndex: touches ? 1 : 0,
  };
}
