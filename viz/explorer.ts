import type { NodeType } from '../graph/schema.ts';
import { readAddress } from './address.ts';
import { createCanvasKeys } from './chrome/canvas-keys.ts';
import { createFrame } from './chrome/frame.ts';
import { createKeyHelp } from './chrome/key-help.ts';
import { createPanelFold } from './chrome/panel-fold.ts';
import { createPanelHandle } from './chrome/resize-panel.ts';
import { createSearchBox } from './chrome/search-box.ts';
import { createShownLine } from './chrome/shown-line.ts';
import { createSteps } from './chrome/steps.ts';
import { createThemeSwitch } from './chrome/theme.ts';
import { createViewSwitch } from './chrome/view-switch.ts';
import { zoomControls } from './chrome/zoom-controls.ts';
import type { Correcting } from './correct/correcting.ts';
import { createCorrectionList } from './correct/correction-list.ts';
import { entityCount, overviewOf } from './facts/overview.ts';
import type { Library } from './library.ts';
import { createLiveBox } from './live/live-box.ts';
import type { AbstractReader } from './live/reading.ts';
import { createReadingPanel } from './panel/reading-panel.ts';
import { createRail } from './rail/rail.ts';
import { createSearchIndex } from './search-index.ts';
import { keepAddress } from './share/keep-address.ts';
import { createShareMenu } from './share/share-menu.ts';
import { visibleGraph } from './share/visible-graph.ts';
import type { Source } from './source.ts';
import { createScenes } from './stage/scene.ts';
import { createStage } from './stage/stage.ts';
import { changePath, type State, select, selectRelation } from './state.ts';
import { createStore } from './store.ts';
import { createViews } from './views/views.ts';
import { showNeighbours } from './walk/expand.ts';
import { createPathFinder } from './walk/path-finder.ts';
import { count } from './words.ts';

/** What the page can do beyond showing. */
export interface Served {
  /** Takes what a reader puts right. */
  readonly correcting?: Correcting | undefined;
  /** Makes what reads an abstract that is pasted. */
  readonly reader?: (() => AbstractReader) | undefined;
}

/** Puts the whole explorer into `root` and returns what takes it away again. */
export function createExplorer(
  root: HTMLElement,
  library: Library,
  source: Source,
  { correcting, reader }: Served = {},
): () => void {
  const { counts } = overviewOf(library);
  const { state, camera } = readAddress(location.hash);
  const store = createStore(state);
  const pathsOf = createPathFinder(library);
  const sceneOf = createScenes(library, pathsOf);
  const frame = createFrame(root);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const theme = createThemeSwitch((chosen) => stage.setTheme(chosen));
  const chooseNode = (key: string) => store.update((state) => choose(state, key));
  const expand = (key: string) =>
    store.update((state) => showNeighbours(library, sceneOf(state).shown, state, key));
  const stage = createStage(frame.canvas, library, sceneOf, store, {
    theme: theme.current(),
    isCalm: () => calm.matches,
    actions: {
      chooseNode,
      chooseLine: (line) => store.update((state) => selectRelation(state, line)),
      chooseNothing: () => store.update((state) => select(state, undefined)),
      moving: () => controls.show(),
      expand,
    },
  });
  const controls = zoomControls(frame.controls, stage, store);
  frame.canvas.setAttribute('role', 'application');
  frame.canvas.setAttribute('aria-label', canvasLabel(counts));

  const fold = createPanelFold(frame.panel, store);
  const open = (key: string) => {
    store.update((state) => select(state, key));
    fold.unfold();
    stage.flyToSelection();
  };
  const close = () => store.update((state) => select(state, undefined));
  const search = createSearchIndex(library);
  const services = { library, source, store, search, pathsOf, sceneOf, correcting, open };
  const disposers = [
    createSearchBox(frame.search, search, open, {
      id: 'hits',
      label: 'Search names and papers',
      isMain: true,
    }),
    createRail(frame.rail, { library, sceneOf, store, isCalm: () => calm.matches }),
    createReadingPanel(frame.panel, services, { close, shows: fold.name }),
    createViews(frame.stage, services),
    createViewSwitch(frame.views, store),
    createSteps(frame.tools, store),
    ...(correcting ? [createCorrectionList(frame.tools, correcting)] : []),
    ...(reader ? [createLiveBox(frame.tools, { library, open }, reader())] : []),
    createCanvasKeys(frame.canvas, stage, library, store, { choose: chooseNode, expand }),
    createKeyHelp(frame.tools, root),
    createPanelHandle(frame.stage, root, frame.panel),
    keepAddress(store, stage),
    createShareMenu(frame.tools, {
      snapshot: stage.snapshot,
      visible: () => visibleGraph(library.graph, stage.drawn(), store.get().filters),
    }),
    createShownLine(frame.shown, library, sceneOf, store),
    store.subscribe((state, previous) => {
      if (isOtherPath(state, previous)) stage.flyToSelection();
    }),
    listenForEscape(() => {
      if (!frame.closeDrawers()) close();
    }),
    fold.dispose,
    theme.dispose,
    stage.dispose,
  ];
  frame.tools.append(theme.button);
  if (camera) stage.look(camera);
  else if (store.get().selection) stage.flyToSelection();
  return () => {
    for (const dispose of disposers) dispose();
    root.replaceChildren();
  };
}

const canvasLabel = (counts: Readonly<Record<NodeType, number>>): string =>
  `The graph of ${count(entityCount(counts), 'entity', 'entities')}. Arrow keys go from node to node, Enter selects one. The table shows the same in words.`;

/** A node that is clicked is the end of the path that is being looked for, if one is. */
const choose = (state: State, key: string): State =>
  state.selection?.kind === 'path' && state.selection.to === undefined
    ? changePath(state, { to: key })
    : select(state, key);

/** Whether a path was found, or another one chosen. */
const isOtherPath = ({ selection }: State, previous: State): boolean =>
  selection !== previous.selection && selection?.kind === 'path' && selection.to !== undefined;

function listenForEscape(act: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    // While composing, it only takes back what an input method offers.
    if (event.key === 'Escape' && !event.isComposing) act();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
