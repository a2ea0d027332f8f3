import { createEdgeCurveProgram } from '@sigma/edge-curve';
import Sigma from 'sigma';
import type { Camera } from '../address.ts';
import { createArranger } from '../arrange/arranger.ts';
import type { Library } from '../library.ts';
import { isLinkType } from '../narrow/filter-index.ts';
import type { LinkType } from '../narrow/filters.ts';
import type { Snapshot } from '../share/snapshot.ts';
import { hover } from '../state.ts';
import type { Store } from '../store.ts';
import { boxOf, boxOfEntities } from './boxes.ts';
import { ShapeProgram } from './node-program.ts';
import { paintCommunities } from './paint-communities.ts';
import { paintLabels } from './paint-labels.ts';
import { PALETTES, type Theme } from './palette.ts';
import { type EdgePicture, type NodePicture, type Picture, placed } from './picture.ts';
import { reduceEdge, reduceNode } from './reducers.ts';
import type { SceneFinder } from './scene.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { type Direction, towards } from './towards.ts';
import { createView, type View } from './view.ts';

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
/** How much of the canvas the neighbourhood of a node fills after the flight to it; it never shows less than so many units. */
const FILLED = 0.6;
const LEAST_SHOWN = 200;

export interface Stage {
  /** Brings a node and what is joined with it into view. */
  flyTo(key: string): void;
  /** What the canvas shows now, and the keys of the nodes that are drawn. */
  snapshot(): Snapshot;
  drawn(): string[];
  /** Where the reader looks, and looking elsewhere at once. */
  camera(): Camera;
  look(camera: Camera): void;
  /** Calls `listener` when the reader has looked elsewhere; the returned function ends that. */
  onLook(listener: () => void): () => void;
  /** Brings a node into view where it is not, as near as everything is now. */
  reveal(key: string): void;
  /** The node to go to from one in a direction; from none, from the middle of what is in view. */
  towards(from: string | undefined, direction: Direction): string | undefined;
  zoomIn(): void;
  zoomOut(): void;
  /** Shows the whole picture. */
  fit(): void;
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

  const sigma = new Sigma<NodePicture, EdgePicture>(picture, container, {
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
  const libraryBox = boxOfEntities(library);
  sigma.setCustomBBox(libraryBox);
  const labels = sigma.getCanvases().labels?.getContext('2d');
  const ground = sigma.createCanvas('communities', { beforeLayer: 'edges' });

  const duration = () => (options.isCalm() ? 0 : 250);
  const camera = sigma.getCamera();

  const draw = () => {
    const last = scene.picture;
    scene = sceneOf(store.get());
    const before = positions;
    positions = arranger.positionsOf(scene);
    if (positions !== before) {
      sigma.setCustomBBox(positions ? boxOf([...positions.values()]) : libraryBox);
      scale = Math.min(LARGEST_SCALE, scaleAtRest(sigma));
    }
    if (positions !== before || scene.picture !== last) picture = placedNow();
    view = viewOf();
    // Sigma draws at once what it has not drawn before.
    if (sigma.getGraph() === picture) sigma.refresh();
    else sigma.setGraph(picture);
    container.dataset.focus = [...view.foci].join(' ');
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
    const node = sigma.getNodeDisplayData(key);
    if (!node) return;
    const around = scene.picture.neighbors(key).filter((other) => view.near.has(other));
    const distances = around.map((other) => {
      const { x, y } = sigma.getNodeDisplayData(other) ?? node;
      return Math.max(Math.abs(x - node.x), Math.abs(y - node.y));
    });
    // A few far neighbours must not make the near ones too small to read.
    distances.sort((a, b) => a - b);
    const reach = distances[Math.floor(0.85 * (distances.length - 1))] ?? 0;
    const { width, height } = sigma.getGraphDimensions();
    const closest = LEAST_SHOWN / Math.max(1, width, height);
    const ratio = Math.min(1, Math.max(closest, (2 * reach) / FILLED));
    camera.animate({ x: node.x, y: node.y, ratio }, { duration: duration() });
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
      if (arrangement.kind === 'rings') flyTo(arrangement.around);
      else camera.animatedReset({ duration: duration() });
      options.actions.moving();
    }
    if (view.foci.size === 0) fading = 0;
    else if (fading < 1) standBack();
  };
  const resize = () => {
    scale = Math.min(LARGEST_SCALE, scaleAtRest(sigma));
    draw();
  };

  let shownLabels: ReturnType<typeof paintLabels> = [];
  sigma.on('afterRender', () => {
    paintCommunities(ground, sigma, scene.picture, library, view, theme);
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
    flyTo,
    reveal(key) {
      const node = sigma.getNodeDisplayData(key);
      if (!node) return;
      const { x, y } = sigma.framedGraphToViewport(node);
      const { width, height } = sigma.getDimensions();
      const isInside = (value: number, size: number) => value > PADDING && value < size - PADDING;
      if (isInside(x, width) && isInside(y, height)) return;
      camera.animate({ x: node.x, y: node.y }, { duration: duration() });
    },
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
    camera() {
      const { x, y, ratio } = camera.getState();
      return { x, y, ratio };
    },
    look: ({ x, y, ratio }) => void camera.setState({ x, y, ratio }),
    onLook(listener) {
      camera.on('updated', listener);
      return () => void camera.off('updated', listener);
    },
    zoomIn: () => void camera.animatedZoom({ duration: duration() }),
    zoomOut: () => void camera.animatedUnzoom({ duration: duration() }),
    fit: () => void camera.animatedReset({ duration: duration() }),
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

/** The nodes and edges that are drawn but not near a focus: those that stand back. */
function drawnFarFrom(
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

/** Says in the container's attributes where the layout's origin lies on it and how many pixels a unit takes. */
function sayWhere(container: HTMLElement, sigma: Sigma<NodePicture, EdgePicture>): void {
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const unit = sigma.graphToViewport({ x: 1, y: 0 });
  container.dataset.origin = `${origin.x},${origin.y}`;
  container.dataset.unit = String(unit.x - origin.x);
}

/** Pixels that a unit of the layout takes where the whole picture is in view. */
function scaleAtRest(sigma: Sigma<NodePicture, EdgePicture>): number {
  const { width, height } = sigma.getDimensions();
  const extent = sigma.getGraphDimensions();
  return Math.min(
    (width - 2 * PADDING) / Math.max(1, extent.width),
    (height - 2 * PADDING) / Math.max(1, extent.height),
  );
}
