import type Sigma from 'sigma';
import { ENTITY_TYPES, type NodeType } from '../../graph/schema.ts';
import type { Snapshot } from '../share/snapshot.ts';
import { plural } from '../words.ts';
import { visibleNodes, type Wish } from './label-wishes.ts';
import type { EdgePicture, NodePicture, Picture } from './picture.ts';
import type { PlacedLabel } from './place-labels.ts';
import { SHAPES } from './shapes.ts';
import type { View } from './view.ts';

/** What the canvas shows, with the legend of the types that are on it. */
export function takeSnapshot(
  sigma: Sigma<NodePicture, EdgePicture>,
  picture: Picture,
  view: View,
  labels: readonly PlacedLabel<Wish>[],
): Snapshot {
  const { width, height } = sigma.getDimensions();
  const { palette } = view;
  const visible = visibleNodes(sigma, picture, view);
  const kinds = new Set<NodeType>(visible.map(({ node }) => node.kind));
  const legend = [...ENTITY_TYPES, 'Paper' as const, 'Result' as const]
    .filter((type) => kinds.has(type))
    .map((type) => ({ name: plural(type), shape: SHAPES[type], color: palette.types[type] }));
  const nodes = visible.flatMap(({ key, node, x, y, radius }) => {
    const display = sigma.getNodeDisplayData(key);
    if (!display) return [];
    const { color, zIndex } = display;
    return [{ x, y, radius, shape: SHAPES[node.kind], color, zIndex }];
  });
  return {
    width,
    height,
    surface: palette.surface,
    ink: palette.ink,
    edges: edgesOf(sigma, picture),
    nodes: nodes.sort((a, b) => a.zIndex - b.zIndex).map(({ zIndex: _, ...node }) => node),
    labels: labels.map(({ left, middle, wish: { text, font, color } }) => ({
      x: left,
      y: middle,
      text,
      font,
      color,
    })),
    legend,
  };
}

function edgesOf(sigma: Sigma<NodePicture, EdgePicture>, picture: Picture): Snapshot['edges'] {
  const edges = picture.mapEdges((key, { curvature }, source, target) => {
    const display = sigma.getEdgeDisplayData(key);
    const ends = [source, target].map((end) => sigma.getNodeDisplayData(end));
    const [from, to] = ends.map((end) => end && sigma.framedGraphToViewport(end));
    if (!display || display.hidden || !from || !to) return [];
    const control = {
      x: (from.x + to.x) / 2 + (to.y - from.y) * curvature,
      y: (from.y + to.y) / 2 - (to.x - from.x) * curvature,
    };
    const { color, zIndex } = display;
    return [{ from, to, control, width: sigma.scaleSize(display.size), color, zIndex }];
  });
  return edges
    .flat()
    .sort((a, b) => a.zIndex - b.zIndex)
    .map(({ zIndex: _, ...edge }) => edge);
}
