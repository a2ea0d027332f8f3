import { drawing, element } from '../element.ts';
import type { Store } from '../store.ts';
import { beginTrail, follow, stepBack, stepForward, type Trail } from '../walk/trail.ts';

const LEFT = ['M10 3.5l-4.5 4.5l4.5 4.5'];
const RIGHT = ['M6 3.5l4.5 4.5l-4.5 4.5'];

/**
 * Back and forward through one's own steps, whatever they were: a selection, a filter, something hidden. Ctrl+Z and
 * Ctrl+Shift+Z do the same. Returns what ends it.
 */
export function createSteps(container: HTMLElement, store: Store): () => void {
  let trail = beginTrail(store.get());
  const back = arrow('Back (Ctrl+Z)', LEFT, () => go(stepBack(trail)));
  const forward = arrow('Forward (Ctrl+Shift+Z)', RIGHT, () => go(stepForward(trail)));
  const show = () => {
    back.disabled = trail.past.length === 0;
    forward.disabled = trail.future.length === 0;
  };
  const go = (next: Trail | undefined) => {
    if (!next) return;
    trail = next;
    store.update(() => ({ ...next.present, hovered: undefined }));
    show();
  };
  const unsubscribe = store.subscribe((state) => {
    trail = follow(trail, state);
    show();
  });
  const onKey = (event: KeyboardEvent) => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
    // What is typed has its own undoing.
    if (!isUndo || event.altKey || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    go(event.shiftKey ? stepForward(trail) : stepBack(trail));
  };
  document.addEventListener('keydown', onKey);
  const group = element('div', { class: 'steps' }, [back, forward]);
  container.append(group);
  show();
  return () => {
    unsubscribe();
    document.removeEventListener('keydown', onKey);
    group.remove();
  };
}

function arrow(label: string, icon: readonly string[], act: () => void): HTMLButtonElement {
  const attributes = { type: 'button', 'aria-label': label, title: label };
  return element('button', { class: 'icon-button', attributes, on: { click: act } }, [
    drawing(icon, 'icon'),
  ]);
}
