import type Sigma from 'sigma';
import { createArranger } from '../arrange/arranger.ts';
import type { Positions } from '../arrange/planes.ts';
import type { Library } from '../library.ts';
import type { State } from '../state.ts';
import type { Store } from '../store.ts';
import { boxOf, boxOfEntities, type Extent, isOtherSize } from './boxes.ts';
import { PALETTES, type Theme } from './palette.ts';
import { type EdgePicture, type NodePicture, type Picture, placed } from './picture.ts';
import { PADDING, scaleAtRest } from './scale.ts';
import type { Scene, SceneFinder } from './scene.ts';
import { createView, drawnFarFrom, type View } from './view.ts';

const TRANSITION = 180;
/** Above so many nodes the rest steps back at once: repainting them all many times would stutter. */
const MOST_FADING_NODES = 4_000;
const LARGEST_SCALE = 1.7;

/** What is on the canvas. */
export interface Drawn {
  readonly scene: Scene;
  readonly view: View;
  readonly theme: Theme;
  /** What Sigma draws: the scene's picture, or a copy with other places. */
  readonly picture: Picture;
}

export interface Redraw {
  now(): Drawn;
  setTheme(theme: Theme): void;
  /** Draws for a canvas of another size. */
  resize(): void;
  readonly isMoving: () => boolean;
  readonly stop: () => void;
  dispose(): void;
}

export interface RedrawOptions {
  readonly theme: Theme;
  readonly isCalm: () => boolean;
  /** Told when forces begin to move nodes, and when they end. */
  readonly moving: () => void;
  /** Called where the picture is so much another one that it has to be brought into view anew. */
  readonly lookAnew: () => void;
}

/** Decides what of the canvas is drawn anew when the state changes, or when forces move nodes, and has Sigma draw it. */
export function createRedraw(
  sigma: Sigma<NodePicture, EdgePicture>,
  library: Library,
  sceneOf: SceneFinder,
  store: Store,
  { isCalm, moving, lookAnew, ...options }: RedrawOptions,
): Redraw {
  let { theme } = options;
  let scale = 1;
  let scene = sceneOf(store.get());
  let fading = store.get().selection === undefined ? 0 : 1;
  let frame = 0;
  const arranger = createArranger(() => {
    draw();
    moving();
  });
  let positions = arranger.positionsOf(scene);
  const placedNow = () => (positions ? placed(scene.picture, positions) : scene.picture);
  let picture = placedNow();
  const viewOf = () =>
    createView(scene.picture, scene.state, scene.focus, {
      palette: PALETTES[theme],
      scale,
      fading,
    });
  let view = viewOf();
  const rescale = () => {
    scale = Math.min(LARGEST_SCALE, scaleAtRest(sigma, PADDING));
  };

  /** How large the picture was before another set of nodes was drawn, until it is seen whether that changes much. */
  let extentBefore: Extent | undefined;
  const draw = () => {
    const before = { scene, positions };
    scene = sceneOf(store.get());
    positions = arranger.positionsOf(scene);
    const isMoved = positions !== before.positions;
    if (scene.state.arrangement !== before.scene.state.arrangement) extentBefore = undefined;
    else if (positions && scene.picture !== before.scene.picture) {
      extentBefore = sigma.getGraphDimensions();
    }
    if (isMoved || scene.plane !== before.scene.plane) {
      sigma.setCustomBBox(boxNow(library, scene, positions));
      rescale();
    }
    if (isMoved || scene.picture !== before.scene.picture) picture = placedNow();
    view = viewOf();
    // Sigma draws at once what it has not drawn before.
    if (sigma.getGraph() === picture) sigma.refresh();
    else sigma.setGraph(picture);
    if (extentBefore && isOtherSize(extentBefore, sigma.getGraphDimensions())) {
      extentBefore = undefined;
      lookAnew();
    }
  };
  /** Lets all that is not near a focus stand back little by little. */
  const standBack = () => {
    const start = performance.now();
    const from = fading;
    const standingBack = drawnFarFrom(view, scene.picture, sigma);
    const step = (now: number) => {
      const progress = Math.min(1, Math.max(0, now - start) / TRANSITION);
      fading = from + (1 - from) * progress;
      view = { ...view, fading };
      // Only colours change: neither what is drawn nor its order is worked out anew.
      sigma.refresh({ partialGraph: standingBack, skipIndexation: true });
      if (progress < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
  const follow = (state: State, previous: State) => {
    cancelAnimationFrame(frame);
    if (isCalm() || sceneOf(state).picture.order > MOST_FADING_NODES) fading = 1;
    draw();
    if (isLaidOutAnew(state, previous)) {
      lookAnew();
      moving();
    }
    if (view.foci.size === 0) fading = 0;
    else if (fading < 1) standBack();
  };
  sigma.setCustomBBox(boxNow(library, scene, positions));
  const unsubscribe = store.subscribe(follow);
  return {
    now: () => ({ scene, view, theme, picture }),
    setTheme(chosen) {
      theme = chosen;
      draw();
    },
    resize() {
      rescale();
      draw();
    },
    isMoving: arranger.isMoving,
    stop: arranger.stop,
    dispose() {
      arranger.stop();
      cancelAnimationFrame(frame);
      unsubscribe();
    },
  };
}

const boxNow = (library: Library, scene: Scene, positions: Positions | undefined) =>
  positions ? boxOf([...positions.values()]) : boxOfEntities(library, scene.plane);

/** Another arrangement, or a ring around a node with more or fewer on it. */
const isLaidOutAnew = (state: State, previous: State): boolean =>
  state.arrangement !== previous.arrangement ||
  (state.arrangement.kind === 'rings' &&
    state.filters.connected?.most !== previous.filters.connected?.most);
