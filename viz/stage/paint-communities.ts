import type Sigma from 'sigma';
import type { Library } from '../library.ts';
import type { Theme } from './palette.ts';
import type { EdgePicture, NodePicture, Picture } from './picture.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

/** Light hues, apart from those of the types: they say only where one community ends and the next begins. */
const HUES = [205, 35, 150, 320, 95, 265, 10, 180];
const OPACITY: Readonly<Record<Theme, number>> = { light: 0.09, dark: 0.13 };
/** A tint reaches so far around each node, in units of the layout. */
const REACH = 30;
/** Where fewer than one node in so many is drawn, or all lie in rings, a community is no patch of ground. */
const SPARSE = 3;
/** While something has the focus, the ground stands back too. */
const STANDING_BACK = 0.4;
const LEAST_MEMBERS = 5;
/** Nearer than that the tints are gone: there the names are legible. */
const GONE_AT = 0.3;
const WHOLE_AT = 0.6;

/** Tints the ground under each community where one sees it from afar. */
export function paintCommunities(
  ground: HTMLCanvasElement,
  sigma: Sigma<NodePicture, EdgePicture>,
  { picture, plane }: Pick<Scene, 'picture' | 'plane'>,
  {
    library,
    view,
    theme,
  }: { readonly library: Library; readonly view: View; readonly theme: Theme },
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
  const isPatchy = plane.size > SPARSE * picture.order;
  if (strength === 0 || isPatchy || view.state.arrangement.kind === 'rings') return;
  const opacity = OPACITY[theme] * strength * (view.foci.size > 0 ? STANDING_BACK : 1);
  const unit = sigma.graphToViewport({ x: 1, y: 0 }).x - sigma.graphToViewport({ x: 0, y: 0 }).x;
  for (const [number, keys] of membersOf(picture, library)) {
    if (keys.length < LEAST_MEMBERS) continue;
    context.beginPath();
    for (const key of keys) {
      const display = sigma.getNodeDisplayData(key);
      if (!display) continue;
      const { x, y } = sigma.framedGraphToViewport(display);
      context.moveTo(x, y);
      context.arc(x, y, REACH * unit, 0, 2 * Math.PI);
    }
    const hue = HUES[number % HUES.length];
    context.fillStyle = `hsl(${hue} 60% 50% / ${opacity})`;
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

const MOST_LABELS = 20;
/** Fewer members need no name of their own beside those of their nodes. */
const LEAST_NAMED = 16;
/** In a smaller picture the names of its nodes say enough. */
const LEAST_NODES = 600;
/** How far above the topmost of its members a community's name stands, in pixels. */
const ABOVE = 12;
/** The share of members that may lie above its name: what has strayed must not carry it away. */
const STRAYED = 0.03;

/** The names of the largest communities above their members, from afar and where nothing has the focus. */
export function communityLabels(
  sigma: Sigma<NodePicture, EdgePicture>,
  picture: Picture,
  library: Library,
  view: View,
): CommunityLabel[] {
  if (view.foci.size > 0 || picture.order < LEAST_NODES) return [];
  if (view.state.arrangement.kind === 'rings') return [];
  if (sigma.getCamera().getState().ratio < WHOLE_AT) return [];
  return [...membersOf(picture, library)]
    .filter(([, keys]) => keys.length >= LEAST_NAMED)
    .sort(([a, first], [b, second]) => second.length - first.length || a - b)
    .slice(0, MOST_LABELS)
    .map(([number, keys]) => {
      const points = keys.flatMap((key) => {
        const display = sigma.getNodeDisplayData(key);
        return display ? [sigma.framedGraphToViewport(display)] : [];
      });
      return {
        text: library.communities[number]?.topic ?? '',
        x: quantile(
          points.map(({ x }) => x),
          0.5,
        ),
        y:
          quantile(
            points.map(({ y }) => y),
            STRAYED,
          ) - ABOVE,
      };
    });
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? 0;
