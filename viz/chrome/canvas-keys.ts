import { element } from '../element.ts';
import type { Library } from '../library.ts';
import type { Stage } from '../stage/stage.ts';
import { DIRECTIONS, type Direction } from '../stage/towards.ts';
import { hide, hover, selectedNode, togglePin } from '../state.ts';
import type { Store } from '../store.ts';
import { countNeighbours } from '../walk/hubs.ts';
import { count } from '../words.ts';

const isDirection = (key: string): key is Direction => Object.hasOwn(DIRECTIONS, key);

/** Where letters are typed or choose from a list. */
const TAKES_LETTERS = 'input:not([type="range"]), textarea, select';
/** What lies over the page and has keys of its own. */
const OVERLAYS = 'dialog[open], :popover-open';

/**
 * The canvas by keyboard: arrows go from node to node and Enter selects. Letters do what the panel's buttons do, from
 * anywhere on the page with what is selected. What one comes to is read out. Returns what ends it.
 */
export function createCanvasKeys(
  canvas: HTMLElement,
  stage: Stage,
  library: Library,
  store: Store,
  actions: { readonly choose: (key: string) => void; readonly expand: (key: string) => void },
): () => void {
  const spoken = element('p', { class: 'unseen', attributes: { 'aria-live': 'polite' } });
  const current = () => store.get().hovered ?? selectedNode(store.get());
  const walk = (direction: Direction) => {
    const next = stage.towards(current(), direction);
    if (next === undefined) return;
    store.update((state) => hover(state, next));
    stage.reveal(next);
    spoken.textContent = describe(library, next);
  };
  const walkTo = (direction: Direction) => () => walk(direction);
  const letters: Readonly<Record<string, (key: string) => void>> = {
    e: actions.expand,
    p: (key) => store.update((state) => togglePin(state, key)),
    h: (key) => store.update((state) => hide(state, key)),
  };
  const onNodes: typeof letters = { Enter: actions.choose, ...letters };
  const acts: Readonly<Record<string, () => void>> = {
    '+': stage.zoomIn,
    '=': stage.zoomIn,
    '-': stage.zoomOut,
    '0': stage.fit,
  };
  /** What a key does with a node, if there is one. */
  const onNode = (act: ((key: string) => void) | undefined, key: string | undefined) =>
    act && key !== undefined && library.graph.hasNode(key) ? () => act(key) : undefined;
  const take = (event: KeyboardEvent, act: (() => void) | undefined) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !act) return;
    event.preventDefault();
    act();
  };
  const onKey = (event: KeyboardEvent) => {
    const { key } = event;
    take(event, isDirection(key) ? walkTo(key) : (acts[key] ?? onNode(onNodes[key], current())));
  };
  const onPageKey = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.matches(TAKES_LETTERS);
    if (event.defaultPrevented || isTyping || document.querySelector(OVERLAYS)) return;
    take(event, onNode(letters[event.key], selectedNode(store.get())));
  };
  canvas.setAttribute('tabindex', '0');
  canvas.addEventListener('keydown', onKey);
  document.addEventListener('keydown', onPageKey);
  canvas.after(spoken);
  return () => {
    canvas.removeEventListener('keydown', onKey);
    document.removeEventListener('keydown', onPageKey);
    spoken.remove();
  };
}

/** `SimSD, method, 3 papers, 5 neighbours` */
function describe({ graph, index }: Library, key: string): string {
  const node = graph.getNodeAttributes(key);
  return [
    node.name,
    node.type.toLowerCase(),
    ...('papers' in node ? [count(node.papers, 'paper')] : []),
    count(countNeighbours(index, key), 'neighbour'),
  ].join(', ');
}
