import { element } from '../element.ts';
import type { Library } from '../library.ts';
import type { Stage } from '../stage/stage.ts';
import { DIRECTIONS, type Direction } from '../stage/towards.ts';
import { hide, hover, selectedNode, togglePin } from '../state.ts';
import type { Store } from '../store.ts';
import { count } from '../words.ts';

const isDirection = (key: string): key is Direction => Object.hasOwn(DIRECTIONS, key);

/**
 * The canvas by keyboard: arrows go from node to node, Enter selects, and letters do what the panel's buttons do. What
 * one comes to is read out. Returns what ends it.
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
  const onCurrent = (act: (key: string) => void) => () => {
    const key = current();
    if (key !== undefined) act(key);
  };
  const acts: Readonly<Record<string, () => void>> = {
    Enter: onCurrent(actions.choose),
    e: onCurrent(actions.expand),
    p: onCurrent((key) => store.update((state) => togglePin(state, key))),
    h: onCurrent((key) => store.update((state) => hide(state, key))),
    '+': stage.zoomIn,
    '=': stage.zoomIn,
    '-': stage.zoomOut,
    '0': stage.fit,
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = isDirection(event.key) ? walkTo(event.key) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  canvas.setAttribute('tabindex', '0');
  canvas.addEventListener('keydown', onKey);
  canvas.after(spoken);
  return () => {
    canvas.removeEventListener('keydown', onKey);
    spoken.remove();
  };
}

/** `SimSD, method, 3 papers, 5 neighbours` */
function describe({ graph }: Library, key: string): string {
  const node = graph.getNodeAttributes(key);
  return [
    node.name,
    node.type.toLowerCase(),
    ...('papers' in node ? [count(node.papers, 'paper')] : []),
    count(graph.neighbors(key).length, 'neighbour'),
  ].join(', ');
}
