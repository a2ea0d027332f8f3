import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { createArranger } from '../arrange/arranger.ts';
import type { Library } from '../library.ts';
import { isLinkType } from '../narrow/filter-index.ts';
import type { LinkType } from '../narrow/filters.ts';
import type { Snapshot } from '../share/snapshot.ts';
import { hover } from '../state.ts';
import type { Store } from '../store.ts';
import { boxOf, boxOfEntities, type Extent, isOtherSize } from './boxes.ts';
import { createFlights, type Flights } from './flights.ts';
import { ShapeProgram } from './node-program.ts';
import { paintCommunities } from './paint-communities.ts';
import { paintLabels } from './paint-labels.ts';
import { PALETTES, type Theme } from './palette.ts';
import { type EdgePicture, type NodePicture, placed } from './picture.ts';
import { reduceEdge, reduceNode } from './reducers.ts';
import { sayWhere, scaleAtRest } from './scale.ts';
import type { SceneFinder } from './scene.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { type Direction, towards } from './towards.ts';
import { createView, drawnFarFrom, type View } from './view.ts';

const PADDING = 28;
const TRANSITION = 180;
/** Above so many nodes the rest steps back at once: repainting them all many times would stutter. */
const MOST_FADING_NODES = 4_000;
const LARGEST_SCALE = 1.7;
/** The soft border of a line takes its outer pixel: one of 1.9 looks 1 wide. */
const THINNEST_EDGE = 1.9;
const ARROW_HEAD = {
  extremity: 'target',
  lengthToThicknessRatio: 3,
  widenessToThicknessRatio: 2.4,
} as const;
/** How fast nodes and lines grow with the zoom, against 1 for the distances between them. */
const SIZE_GROWTH = 0.4;

export interface Stage extends Omit<Flights, 'flyTo' | 'reveal'> {
  /** Brings a node and what is joined with it into view. */
  flyTo(key: string): void;
  /** Brings a node into view where it is not, as near as everything is now. */
  reveal(key: string): void;
  /** What the canvas shows now, and the keys of the nodes that are drawn. */
  snapshot(): Snapshot;
  drawn(): string[];
  /** The node to go to from one in a direction; from none, from the middle of what is in view. */
  towards(from: string | undefined, direction: Direction): string | undefined;
  setTheme(theme: Theme): void;
  /** Whether forces are moving nodes. */
  isMoving(): boolean;
  /** Leaves the nodes where forces have moved them by now. */
  stop(): void;
  dispose(): void;
}

/** What the pointer asks for on the canvas. */
export interface StageActions {
  readonly chooseNode: (key: string) => void;
  readonly chooseLine: (line: { source: string; type: LinkType; target: string }) => void;
  readonly chooseNothing: () => void;
  readonly expand: (key: string) => void;
  /** Told when forces begin to move nodes, and when they end. */
  readonly moving: () => void;
}

export interface StageOptions {
  readonly theme: Theme;
  readonly isCalm: () => boolean;
  readonly actions: StageActions;
}

/** Draws what the state shows of a library into a container, and hands on what the pointer does there. */
export function createStage(
  container: HTMLElement,
  library: Library,
  sceneOf: SceneFinder,
  store: Store,
  options: StageOptions,
): Stage {
  let { theme } = options;
  let palette = PALETTES[theme];
  let scale = 1;
  let scene = sceneOf(store.get());
  let fading = store.get().selection === undefined ? 0 : 1;
  const arranger = createArranger(() => {
    draw();
    options.actions.moving();
  });
  let positions = arranger.positionsOf(scene);
  const placedNow = () => (positions ? placed(scene.picture, positions) : scene.picture);
  /** What Sigma draws: the scene's picture, or a copy with other places. */
  let picture = placedNow();
  const viewOf = (): View =>
    createView(scene.picture, scene.state, scene.focus, { palette, scale, fading });
  let view = viewOf();
  const frames = { fade: 0, resize: 0 };

  // It draws at once what it is given, and nothing could be right before its size is known.
  const nothing = new MultiDirectedGraph<NodePicture, EdgePicture>();
  const sigma = new Sigma<NodePicture, EdgePicture>(nothing, container, {
    renderLabels: false,
    renderEdgeLabels: false,
    zIndex: true,
    enableEdgeEvents: true,
    stagePadding: PADDING,
    minCameraRatio: 0.02,
    maxCameraRatio: 1.35,
    minEdgeThickness: THINNEST_EDGE,
    defaultNodeType: 'shape',
    defaultEdgeType: 'curve',
    nodeProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: {
      curve: createEdgeCurveProgram<NodePicture, EdgePicture>(),
      arrow: createEdgeCurveProgram<NodePicture, EdgePicture>({ arrowHead: ARROW_HEAD }),
    },
    zoomToSizeRatioFunction: (ratio) => ratio ** SIZE_GROWTH,
    defaultDrawNodeHover: () => undefined,
    nodeReducer: (key, node) => ({ ...reduceNode(view, key, node), type: 'shape' }),
    edgeReducer: (key, edge) => {
      const [source, target] = scene.picture.extremities(key);
      return {
        ...reduceEdge(view, edge, { source, target }, scene.picture.getNodeAttributes(source)),
      };
    },
  });
  const boxNow = () =>
    positions ? boxOf([...positions.values()]) : boxOfEntities(library, scene.plane);
  sigma.setCustomBBox(boxNow());
  const labels = sigma.getCanvases().labels?.getContext('2d');
  const ground = sigma.createCanvas('communities', { beforeLayer: 'edges' });

  const flights = createFlights(sigma, options.isCalm);

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
      sigma.setCustomBBox(boxNow());
      scale = Math.min(LARGEST_SCALE, scaleAtRest(sigma, PADDING));
    }
    if (isMoved || scene.picture !== before.scene.picture) picture = placedNow();
    view = viewOf();
    // Sigma draws at once what it has not drawn before.
    if (sigma.getGraph() === picture) sigma.refresh();
    else sigma.setGraph(picture);
    container.dataset.focus = [...view.foci].join(' ');
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
      if (progress < 1) frames.fade = requestAnimationFrame(step);
    };
    frames.fade = requestAnimationFrame(step);
  };
  const flyTo = (key: string) => {
    if (!scene.picture.hasNode(key)) return;
    flights.flyTo(key, scene.picture.neighbors(key));
  };
  /** Brings the picture into view as it is first seen in its arrangement. */
  const lookAnew = () => {
    const { arrangement } = scene.state;
    if (arrangement.kind === 'rings') flyTo(arrangement.around);
    else flights.fit();
  };
  let { arrangement } = scene.state;
  const follow = () => {
    cancelAnimationFrame(frames.fade);
    container.style.cursor = store.get().hovered ? 'pointer' : '';
    const { picture } = sceneOf(store.get());
    if (options.isCalm() || picture.order > MOST_FADING_NODES) fading = 1;
    draw();
    if (arrangement !== scene.state.arrangement) {
      arrangement = scene.state.arrangement;
      lookAnew();
      options.actions.moving();
    }
    if (view.foci.size === 0) fading = 0;
    else if (fading < 1) standBack();
  };
  const resize = () => {
    scale = Math.min(LARGEST_SCALE, scaleAtRest(sigma, PADDING));
    draw();
  };

  let shownLabels: ReturnType<typeof paintLabels> = [];
  sigma.on('afterRender', () => {
    paintCommunities(ground, sigma, scene, { library, view, theme });
    if (labels) shownLabels = paintLabels(labels, sigma, scene.picture, view, library);
    sayWhere(container, sigma);
  });
  sigma.on('resize', () => {
    cancelAnimationFrame(frames.resize);
    frames.resize = requestAnimationFrame(resize);
  });
  sigma.on('enterNode', ({ node }) => store.update((state) => hover(state, node)));
  sigma.on('leaveNode', () => store.update((state) => hover(state, undefined)));
  sigma.on('clickNode', ({ node }) => options.actions.chooseNode(node));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    options.actions.expand(node);
  });
  sigma.on('clickEdge', ({ edge }) => {
    const [source, target] = scene.picture.extremities(edge);
    const { relation: type } = scene.picture.getEdgeAttributes(edge);
    if (isLinkType(type)) options.actions.chooseLine({ source, type, target });
  });
  sigma.on('clickStage', options.actions.chooseNothing);
  const unsubscribe = store.subscribe(follow);
  resize();

  return {
    ...flights,
    flyTo,
    reveal: (key) => flights.reveal(key, PADDING),
    towards(from, direction) {
      const start = from === undefined ? undefined : sigma.getNodeDisplayData(from);
      const { width, height } = sigma.getDimensions();
      const middle = { x: width / 2, y: height / 2 };
      const points = scene.picture.nodes().flatMap((key) => {
        const node = sigma.getNodeDisplayData(key);
        return node && key !== from ? [{ key, ...sigma.framedGraphToViewport(node) }] : [];
      });
      return towards(points, start ? sigma.framedGraphToViewport(start) : middle, direction);
    },
    snapshot: () => takeSnapshot(sigma, placedNow(), view, shownLabels),
    drawn: () => scene.picture.nodes(),
    setTheme(chosen) {
      theme = chosen;
      palette = PALETTES[theme];
      draw();
    },
    isMoving: arranger.isMoving,
    stop: arranger.stop,
    dispose() {
      arranger.stop();
      cancelAnimationFrame(frames.fade);
      cancelAnimationFrame(frames.resize);
      unsubscribe();
      sigma.kill();
    },
  };
}
