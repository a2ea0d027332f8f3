import { type ExplorerData, NODE_TYPES, type NodeType } from '../graph/schema.ts';
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
import { createPicture } from './stage/picture.ts';
import { createStage } from './stage/stage.ts';
import { isKindShown } from './stage/view.ts';
import { initialState, type State, select } from './state.ts';
import { createStore } from './store.ts';
import { count } from './words.ts';

/** Puts the whole explorer into `root` and returns what takes it away again. */
export function createExplorer(root: HTMLElement, data: ExplorerData, source: Source): () => void {
  const library = openLibrary(data);
  const { counts } = overviewOf(library);
  const store = createStore({ ...initialState, selection: fromHash(location.hash) });
  const frame = createFrame(root);
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const theme = createThemeSwitch((chosen) => stage.setTheme(chosen));
  const stage = createStage(frame.canvas, createPicture(library), store, {
    theme: theme.current(),
    isCalm: () => calm.matches,
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
  const disposers = [
    createSearchBox(frame.search, createSearchIndex(library), open),
    createLegend(frame.rail, counts, store),
    createReadingPanel(frame.panel, { library, source, open }, store, close),
    keepAddress(store, open),
    showCounts(frame.shown, counts, store),
    listenForEscape(() => {
      if (!frame.closeRail()) close();
    }),
    theme.dispose,
    stage.dispose,
  ];
  const { selection } = store.get();
  if (selection !== undefined) stage.flyTo(selection);
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
    if (key === store.get().selection) return;
    if (key === undefined) store.update((state) => select(state, undefined));
    else open(key);
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.selection === previous.selection) return;
    if (fromHash(location.hash) !== state.selection) location.hash = toHash(state.selection);
  });
  addEventListener('hashchange', follow);
  return () => {
    unsubscribe();
    removeEventListener('hashchange', follow);
  };
}

function showCounts(
  shown: HTMLElement,
  counts: Readonly<Record<NodeType, number>>,
  store: ReturnType<typeof createStore>,
): () => void {
  const show = (state: State) => {
    const visible = NODE_TYPES.filter((type) => isKindShown(state, type));
    const amount = visible.reduce((sum, type) => sum + counts[type], 0);
    shown.textContent =
      amount === 0 ? 'Nothing is shown. Switch a type on again.' : count(amount, 'node');
  };
  show(store.get());
  return store.subscribe(show);
}

function listenForEscape(act: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    // While composing, it only takes back what an input method offers.
    if (event.key === 'Escape' && !event.isComposing) act();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
