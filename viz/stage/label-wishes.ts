import type Sigma from 'sigma';
import { selectedNode } from '../state.ts';
import { relationWords } from '../words.ts';
import type { CommunityLabel } from './paint-communities.ts';
import { fade } from './palette.ts';
import type { EdgePicture, NodePicture, Picture } from './picture.ts';
import type { LabelWish } from './place-labels.ts';
import type { View } from './view.ts';

const FONT = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const LONGEST = 34;
/** Of more lines than that, one of each relation says what it is. */
const FEW_LINES = 12;
/** How far outside the canvas a node may lie and still be named on it. */
const OUTSIDE = { beside: 40, above: 12 } as const;

/** A wish with the way in which it is written. */
export interface Wish extends LabelWish {
  readonly font: string;
  readonly color: string;
}

export interface VisibleNode {
  readonly key: string;
  readonly node: NodePicture;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The nodes on the canvas in the order in which they deserve a name. */
export function visibleNodes(
  sigma: Sigma<NodePicture, EdgePicture>,
  picture: Picture,
  view: View,
): VisibleNode[] {
  const { width, height } = sigma.getDimensions();
  const found: VisibleNode[] = [];
  picture.forEachNode((key, node) => {
    const display = sigma.getNodeDisplayData(key);
    if (!display) return;
    const { x, y } = sigma.framedGraphToViewport(display);
    if (x < -OUTSIDE.beside || x > width + OUTSIDE.beside) return;
    if (y < -OUTSIDE.above || y > height + OUTSIDE.above) return;
    found.push({ key, node, x, y, radius: sigma.scaleSize(display.size) });
  });
  const isCalled = (key: string) => view.foci.has(key) || view.state.pinned.has(key);
  const rank = ({ key, node }: VisibleNode) => (isCalled(key) ? 1e6 : 0) + node.importance;
  return found.sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : 1));
}

/** While something has the focus, only what is near it is named. */
export function nodeWish(
  context: CanvasRenderingContext2D,
  view: View,
  { key, node, x, y, radius }: VisibleNode,
  focus: VisibleNode | undefined,
): Wish | undefined {
  const isFocus = view.foci.has(key);
  if (view.foci.size > 0 && !view.near.has(key)) return undefined;
  const isPinned = view.state.pinned.has(key);
  const isKnown = isFocus || isPinned || node.prominence !== 'other';
  const size = isFocus ? 13 : isKnown ? 12 : 11;
  const font = `${isFocus || isPinned || node.prominence === 'leading' ? 600 : 400} ${size}px ${FONT}`;
  const isLong = isFocus && node.kind !== 'Paper';
  const text = shorten(node.name, isLong ? 2 * LONGEST : LONGEST);
  return {
    text,
    x,
    y,
    radius,
    font,
    color: isKnown && !node.classTerm ? view.palette.ink : view.palette.quiet,
    width: measure(context, font, text),
    height: size + 3,
    side: focus && x < focus.x ? 'left' : 'right',
    insists: isKnown || view.foci.size > 0,
  };
}

/** A community's name over its members, quieter and wider than theirs. */
export function communityWish(
  context: CanvasRenderingContext2D,
  { palette }: View,
  { text, x, y }: CommunityLabel,
): Wish {
  const font = `600 13px ${FONT}`;
  const shown = shorten(text, LONGEST);
  return {
    text: shown,
    x,
    y,
    radius: undefined,
    font,
    color: fade(palette.ink, palette.surface, 0.62),
    width: measure(context, font, shown),
    height: 18,
    side: 'right',
    insists: true,
  };
}

/** The relations of the selected node, or those that are selected, in plain words on their edges. */
export function edgeWishes(
  context: CanvasRenderingContext2D,
  sigma: Sigma<NodePicture, EdgePicture>,
  picture: Picture,
  { state, palette, near, lines, crowd }: View,
): Wish[] {
  const selected = selectedNode(state);
  const isOpen = selected !== undefined && picture.hasNode(selected);
  const named = isOpen ? picture.edges(selected) : [...lines].filter((key) => picture.hasEdge(key));
  const font = `italic 400 11px ${FONT}`;
  const said = new Set<string>();
  return named.flatMap((edge) => {
    const { relation, curvature } = picture.getEdgeAttributes(edge);
    if (crowd > FEW_LINES && said.has(relation)) return [];
    const ends = picture.extremities(edge);
    const [from, to] = ends.map((key) => sigma.getNodeDisplayData(key));
    if (!from || !to || !ends.every((key) => near.has(key)) || relation === 'MENTIONS') return [];
    const text = relationWords(relation, 'forward');
    const point = middleOfCurve(
      sigma.framedGraphToViewport(from),
      sigma.framedGraphToViewport(to),
      curvature,
    );
    said.add(relation);
    const wish: Wish = {
      text,
      ...point,
      radius: undefined,
      font,
      color: palette.quiet,
      width: measure(context, font, text),
      height: 13,
      side: 'right',
      insists: true,
    };
    return [wish];
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the curve that the edge program draws is halfway. */
function middleOfCurve(from: Point, to: Point, curvature: number): Point {
  return {
    x: (from.x + to.x) / 2 + ((to.y - from.y) * curvature) / 2,
    y: (from.y + to.y) / 2 - ((to.x - from.x) * curvature) / 2,
  };
}

function measure(context: CanvasRenderingContext2D, font: string, text: string): number {
  context.font = font;
  return context.measureText(text).width;
}

const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
