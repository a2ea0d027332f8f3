import type { ExplorerData, NodeType } from '../graph/schema.ts';
import { fromHash, toHash } from './address.ts';
import { createFrame } from './chrome/frame.ts';
import { createLegend } from './chrome/legend.ts';
import { createSearchBox } from './chrome/search-box.ts';
import { createThemeSwitch } from './chrome/theme.ts';
import { zoomControls } from './chrome/zoom-controls.ts';
import { entityCount, overviewOf } from './facts/overview.ts';
import { openLibrary } from './library.ts';
import { createReadingPanel } from './panel/reading-panel.ts';
import { createSearchIndex } from './search-index.ts';
import type { Source } from './source.ts';
import { createScenes, type SceneFinder } from './stage/scene.ts';
import { createStage } from './stage/stage.ts';
import {
  changePath,
  initialState,
  keep,
  type State,
  select,
  selectedNode,
  selectRelation,
} from './state.ts';
import { createStore } from './store.ts';
import { neighboursToKeep } from './walk/expand.ts';
import { createPathFinder } from './walk/path-finder.ts';
import { count } from './words.ts';

/** Puts the whole explorer into `root` and returns what takes it away again. */
export function createExplorer(root: HTMLElement, data: ExplorerData, source: Source): () => void {
  const library = openLibrary(data);
  const { counts } = overviewOf(library);
  const store = createStore(select(initialState, fromHash(location.hash)));
  const pathsOf = createPathFinder(library);
  const sceneOf = createScenes(library, pathsOf);
  const frame = createFrame(root);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const theme = createThemeSwitch((chosen) => stage.setTheme(chosen));
  const stage = createStage(frame.canvas, library, sceneOf, store, {
    theme: theme.current(),
    isCalm: () => calm.matches,
    actions: {
      chooseNode: (key) => store.update((state) => choose(state, key)),
      chooseLine: (line) => store.update((state) => selectRelation(state, line)),
      chooseNothing: () => store.update((state) => select(state, undefined)),
      expand: (key) =>
        store.update((state) => keep(state, neighboursToKeep(library, sceneOf(state).shown, key))),
    },
  });
  frame.bar.append(theme.button);
  frame.controls.append(...zoomControls(stage));
  frame.canvas.setAttribute('role', 'img');
  frame.canvas.setAttribute('aria-label', canvasLabel(counts));

  const open = (key: string) => {
    store.update((state) => select(state, key));
    stage.flyTo(key);
  };
  const close = () => store.update((state) => select(state, undefined));
  const search = createSearchIndex(library);
  const disposers = [
    createSearchBox(frame.search, search, open, {
      id: 'hits',
      label: 'Search names and papers',
      isMain: true,
    }),
    createLegend(frame.rail, counts, store),
    createReadingPanel(
      frame.panel,
      { library, source, store, search, pathsOf, sceneOf, open },
      close,
    ),
    keepAddress(store, open),
    showCounts(frame.shown, sceneOf, store),
    listenForEscape(() => {
      if (!frame.closeRail()) close();
    }),
    theme.dispose,
    stage.dispose,
  ];
  const selected = selectedNode(store.get());
  if (selected !== undefined) stage.flyTo(selected);
  return () => {
    for (const dispose of disposers) dispose();
    root.replaceChildren();
  };
}

const canvasLabel = (counts: Readonly<Record<NodeType, number>>): string =>
  `The graph of ${count(entityCount(counts), 'entity', 'entities')}. Everything in it can be reached by the search and the links of the reading panel.`;

/** The address follows the selection, and the selection follows the address: back and forward work. */
function keepAddress(store: ReturnType<typeof createStore>, open: (key: string) => void) {
  const follow = () => {
    const key = fromHash(location.hash);
    if (key === selectedNode(store.get())) return;
    if (key === undefined) store.update((state) => select(state, undefined));
    else open(key);
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.selection === previous.selection) return;
    // Relations and paths have no address of their own yet.
    if (state.selection && state.selection.kind !== 'node') return;
    const key = selectedNode(state);
    if (fromHash(location.hash) !== key) location.hash = toHash(key);
  });
  addEventListener('hashchange', follow);
  return () => {
    unsubscribe();
    removeEventListener('hashchange', follow);
  };
}

function showCounts(
  shown: HTMLElement,
  sceneOf: SceneFinder,
  store: ReturnType<typeof createStore>,
): () => void {
  const show = (state: State) => {
    const { fitting } = sceneOf(state).shown;
    shown.textContent =
      fitting === 0 ? 'Nothing is shown. Switch a type on again.' : count(fitting, 'node');
  };
  show(store.get());
  return store.subscribe(show);
}

/** A node that is clicked is the end of the path that is being looked for, if one is. */
const choose = (state: State, key: string): State =>
  state.selection?.kind === 'path' && state.selection.to === undefined
    ? changePath(state, { to: key })
    : select(state, key);

function listenForEscape(act: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    // While composing, it only takes back what an input method offers.
    if (event.key === 'Escape' && !event.isComposing) act();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
