import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Library } from '../library.ts';
import { isLinkType } from '../narrow/filter-index.ts';
import type { LinkType } from '../narrow/filters.ts';
import type { Snapshot } from '../share/snapshot.ts';
import { hover, selectedEnds, selectedNode } from '../state.ts';
import type { Store } from '../store.ts';
import { createFlights, type Flights } from './flights.ts';
import { ShapeProgram } from './node-program.ts';
import { paintCommunities } from './paint-communities.ts';
import { paintLabels } from './paint-labels.ts';
import type { Theme } from './palette.ts';
import type { EdgePicture, NodePicture } from './picture.ts';
import { createRedraw, type Redraw } from './redraw.ts';
import { reduceEdge, reduceNode } from './reducers.ts';
import { PADDING, sayWhere } from './scale.ts';
import type { SceneFinder } from './scene.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { type Direction, towards } from './towards.ts';

/** The soft border of a line takes its outer pixel: one of 1.9 looks 1 wide. */
const THINNEST_EDGE = 1.9;
const ARROW_HEAD = {
  extremity: 'target',
  lengthToThicknessRatio: 3,
  widenessToThicknessRatio: 2.4,
} as const;
/** From so far away the whole picture has room for names beside it. */
const FARTHEST = 1.35;
/** How fast nodes and lines grow with the zoom, against 1 for the distances between them. */
const SIZE_GROWTH = 0.4;

export interface Stage extends Omit<Flights, 'flyTo' | 'frame' | 'isSeen' | 'reveal'> {
  /** Brings what is selected into view: a node with what is joined with it, both ends of a relation, the whole of a path. */
  flyToSelection(): void;
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
  { theme, isCalm, actions }: StageOptions,
): Stage {
  const sigma = createCanvas(container, () => redraw.now());
  const labels = sigma.getCanvases().labels?.getContext('2d');
  const ground = sigma.createCanvas('communities', { beforeLayer: 'edges' });
  const flights = createFlights(sigma, isCalm);
  const neighbours = (key: string) => {
    const { picture } = redraw.now();
    return picture.hasNode(key) ? picture.neighbors(key) : [];
  };
  /** Brings the picture into view as it is first seen in its arrangement. */
  const lookAnew = () => {
    const { arrangement } = redraw.now().scene.state;
    if (arrangement.kind !== 'rings') flights.fit();
    else flights.frame([arrangement.around, ...neighbours(arrangement.around)], FARTHEST);
  };
  const { moving } = actions;
  const redraw = createRedraw(sigma, library, sceneOf, store, { theme, isCalm, moving, lookAnew });

  let shownLabels: ReturnType<typeof paintLabels> = [];
  sigma.on('afterRender', () => {
    const { scene, view, theme } = redraw.now();
    paintCommunities(ground, sigma, scene, { library, view, theme });
    if (labels) shownLabels = paintLabels(labels, sigma, scene.picture, view, library);
    container.dataset.focus = [...view.foci].join(' ');
    sayWhere(container, sigma);
  });
  sigma.on('enterNode', ({ node }) => store.update((state) => hover(state, node)));
  sigma.on('leaveNode', () => store.update((state) => hover(state, undefined)));
  sigma.on('clickNode', ({ node }) => actions.chooseNode(node));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    actions.expand(node);
  });
  sigma.on('clickEdge', ({ edge }) => {
    const { picture } = redraw.now();
    const [source, target] = picture.extremities(edge);
    const { relation: type } = picture.getEdgeAttributes(edge);
    if (isLinkType(type)) actions.chooseLine({ source, type, target });
  });
  sigma.on('clickStage', actions.chooseNothing);
  const unsubscribe = store.subscribe(({ hovered }) => {
    container.style.cursor = hovered ? 'pointer' : '';
  });
  redraw.resize();
  const stopResizing = onResize(container, () => {
    const selected = selectedNode(store.get());
    const wasSeen = selected !== undefined && flights.isSeen(selected, PADDING);
    sigma.resize();
    redraw.resize();
    // A panel that opens beside the stage must not hide what it is about.
    if (wasSeen) flights.reveal(selected, PADDING);
  });

  return {
    ...flights,
    flyToSelection() {
      const state = store.get();
      const selected = selectedNode(state);
      if (selected !== undefined) flights.flyTo(selected, neighbours(selected));
      else flights.frame([...selectedEnds(state), ...redraw.now().scene.focus.chain]);
    },
    reveal: (key) => flights.reveal(key, PADDING),
    towards(from, direction) {
      const start = from === undefined ? undefined : sigma.getNodeDisplayData(from);
      const { width, height } = sigma.getDimensions();
      const middle = { x: width / 2, y: height / 2 };
      const points = redraw
        .now()
        .picture.nodes()
        .flatMap((key) => {
          const node = sigma.getNodeDisplayData(key);
          return node && key !== from ? [{ key, ...sigma.framedGraphToViewport(node) }] : [];
        });
      return towards(points, start ? sigma.framedGraphToViewport(start) : middle, direction);
    },
    snapshot() {
      const { picture, view } = redraw.now();
      return takeSnapshot(sigma, picture, view, shownLabels);
    },
    drawn: () => redraw.now().picture.nodes(),
    setTheme: redraw.setTheme,
    isMoving: redraw.isMoving,
    stop: redraw.stop,
    dispose() {
      unsubscribe();
      stopResizing();
      redraw.dispose();
      sigma.kill();
    },
  };
}

function createCanvas(container: HTMLElement, now: Redraw['now']): Sigma<NodePicture, EdgePicture> {
  // It draws at once what it is given, and nothing could be right before its size is known.
  const nothing = new MultiDirectedGraph<NodePicture, EdgePicture>();
  return new Sigma<NodePicture, EdgePicture>(nothing, container, {
    renderLabels: false,
    renderEdgeLabels: false,
    zIndex: true,
    enableEdgeEvents: true,
    stagePadding: PADDING,
    // On a low screen the panel may have all of it.
    allowInvalidContainer: true,
    minCameraRatio: 0.02,
    maxCameraRatio: FARTHEST,
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
    nodeReducer: (key, node) => ({ ...reduceNode(now().view, key, node), type: 'shape' }),
    edgeReducer: (key, edge) => {
      const { scene, view } = now();
      const [source, target] = scene.picture.extremities(key);
      return reduceEdge(view, edge, { source, target }, scene.picture.getNodeAttributes(source));
    },
  });
}

/** Calls `listener` once a frame at most while an element changes its size. Returns what ends that. */
function onResize(element: HTMLElement, listener: () => void): () => void {
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(listener);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}
