import type Sigma from 'sigma';
import type { Library } from '../library.ts';
import type { Theme } from './palette.ts';
import type { EdgePicture, NodePicture, Picture } from './picture.ts';
import type { View } from './view.ts';

/** Light hues, apart from those of the types: they say only where one community ends and the next begins. */
const HUES = [205, 35, 150, 320, 95, 265, 10, 180];
const OPACITY: Readonly<Record<Theme, number>> = { light: 0.09, dark: 0.13 };
/** A tint reaches so far around each node, in units of the layout. */
const REACH = 30;
/** Papers and numbers have places too, though their layers are off: so many places for a node that is drawn. */
const FULL = 1.5;
const LEAST_MEMBERS = 5;
/** Nearer than that the tints are gone: there the names are legible. */
const GONE_AT = 0.3;
const WHOLE_AT = 0.6;

/** Tints the ground under each community where one sees it from afar. */
export function paintCommunities(
  ground: HTMLCanvasElement,
  sigma: Sigma<NodePicture, EdgePicture>,
  picture: Picture,
  library: Library,
  theme: Theme,
): void {
  const { width, height } = sigma.getDimensions();
  const pixels = window.devicePixelRatio;
  // Giving it a size clears it.
  ground.width = width * pixels;
  ground.height = height * pixels;
  const context = ground.getContext('2d');
  if (!context) return;
  context.scale(pixels, pixels);
  const { ratio } = sigma.getCamera().getState();
  const strength = Math.min(1, Math.max(0, (ratio - GONE_AT) / (WHOLE_AT - GONE_AT)));
  if (strength === 0) return;
  // Where only some nodes are drawn, those that are lie farther apart.
  const reach = REACH * Math.sqrt(Math.max(1, library.positions.size / picture.order / FULL));
  const unit = sigma.graphToViewport({ x: 1, y: 0 }).x - sigma.graphToViewport({ x: 0, y: 0 }).x;
  for (const [number, keys] of membersOf(picture, library)) {
    if (keys.length < LEAST_MEMBERS) continue;
    context.beginPath();
    for (const key of keys) {
      const display = sigma.getNodeDisplayData(key);
      if (!display) continue;
      const { x, y } = sigma.framedGraphToViewport(display);
      context.moveTo(x, y);
      context.arc(x, y, reach * unit, 0, 2 * Math.PI);
    }
    const hue = HUES[number % HUES.length];
    context.fillStyle = `hsl(${hue} 60% 50% / ${OPACITY[theme] * strength})`;
    // One fill for all discs, so that they do not darken where they meet.
    context.fill();
  }
}

function membersOf(picture: Picture, { communityOf }: Library): Map<number, string[]> {
  const members = new Map<number, string[]>();
  picture.forEachNode((key, { kind }) => {
    const number = kind === 'Paper' || kind === 'Result' ? undefined : communityOf.get(key);
    if (number === undefined) return;
    const keys = members.get(number);
    if (keys) keys.push(key);
    else members.set(number, [key]);
  });
  return members;
}

export interface CommunityLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const MOST_LABELS = 12;
/** Fewer members need no name of their own beside those of their nodes. */
const LEAST_NAMED = 24;

/** The names of the largest communities in the middle of their members, from afar and where nothing has the focus. */
export function communityLabels(
  sigma: Sigma<NodePicture, EdgePicture>,
  picture: Picture,
  library: Library,
  view: View,
): CommunityLabel[] {
  if (view.foci.size > 0 || sigma.getCamera().getState().ratio < WHOLE_AT) return [];
  return [...membersOf(picture, library)]
    .filter(([, keys]) => keys.length >= LEAST_NAMED)
    .sort(([a, first], [b, second]) => second.length - first.length || a - b)
    .slice(0, MOST_LABELS)
    .map(([number, keys]) => {
      const points = keys.flatMap((key) => {
        const display = sigma.getNodeDisplayData(key);
        return display ? [sigma.framedGraphToViewport(display)] : [];
      });
      const middle = (values: number[]) =>
        values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
      return {
        text: library.communities[number]?.name ?? '',
        x: middle(points.map(({ x }) => x)),
        y: middle(points.map(({ y }) => y)),
      };
    });
}
