import type Sigma from 'sigma';
import type { Library } from '../library.ts';
import {
  communityWish,
  edgeWishes,
  nodeWish,
  type VisibleNode,
  visibleNodes,
  type Wish,
} from './label-wishes.ts';
import { communityLabels } from './paint-communities.ts';
import type { EdgePicture, NodePicture, Picture } from './picture.ts';
import { type Box, type PlacedLabel, placeLabels } from './place-labels.ts';
import type { View } from './view.ts';

/** One label for so many square pixels of canvas at most, so that the picture can breathe. */
const AREA_OF_A_LABEL = 8_500;
/** What is smaller may be covered by a name. */
const LEAST_OBSTACLE = 4;

/** Writes the names that fit, the most important first, and the relations of the selection; says what stands where. */
export function paintLabels(
  context: CanvasRenderingContext2D,
  sigma: Sigma<NodePicture, EdgePicture>,
  picture: Picture,
  view: View,
  library: Library,
): readonly PlacedLabel<Wish>[] {
  const { width, height } = sigma.getDimensions();
  const nodes = visibleNodes(sigma, picture, view);
  const focus = nodes.find(({ key }) => view.foci.has(key));
  const wishes = [
    ...communityLabels(sigma, picture, library, view).map((label) =>
      communityWish(context, view, label),
    ),
    ...nodes.flatMap((node) => nodeWish(context, view, node, focus) ?? []),
    ...edgeWishes(context, sigma, picture, view),
  ];
  const placed = placeLabels(wishes, {
    obstacles: nodes.filter(({ radius }) => radius > LEAST_OBSTACLE).map(discBox),
    canvas: { left: 4, top: 2, right: width - 4, bottom: height - 2 },
    most: view.foci.size > 0 ? wishes.length : (width * height) / AREA_OF_A_LABEL,
  });
  for (const label of placed) paint(context, label, view.palette.surface);
  for (const node of nodes) if (view.foci.has(node.key)) paintRing(context, node, view);
  return placed;
}

function paint(context: CanvasRenderingContext2D, label: PlacedLabel<Wish>, surface: string): void {
  context.font = label.wish.font;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = surface;
  context.strokeText(label.wish.text, label.left, label.middle);
  context.fillStyle = label.wish.color;
  context.fillText(label.wish.text, label.left, label.middle);
}

function paintRing(context: CanvasRenderingContext2D, node: VisibleNode, view: View): void {
  context.beginPath();
  context.arc(node.x, node.y, 1.25 * node.radius + 4, 0, 2 * Math.PI);
  context.lineWidth = 1.5;
  context.strokeStyle = view.palette.types[node.node.tint];
  context.stroke();
}

const discBox = ({ x, y, radius }: VisibleNode): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
