import { element } from '../element.ts';
import type { Library } from '../library.ts';
import type { SceneFinder } from '../stage/scene.ts';
import { clearFilters, type State, setBudget, unhideAll } from '../state.ts';
import type { Store } from '../store.ts';
import { count } from '../words.ts';

/** Says how much of what fits is drawn, and offers to draw more of it. Returns what ends it. */
export function createShownLine(
  container: HTMLElement,
  { of }: Pick<Library, 'of'>,
  sceneOf: SceneFinder,
  store: Store,
): () => void {
  const part = of === undefined ? '' : `, a part of ${of.toLocaleString('en')}`;
  const words = element('p', { attributes: { role: 'status' } });
  const more = element('button', {
    class: 'more',
    attributes: { type: 'button' },
    on: { click: () => store.update(raise) },
  });
  const clear = element('button', {
    class: 'more',
    text: 'Clear filters',
    attributes: { type: 'button' },
    on: { click: () => store.update((state) => unhideAll(clearFilters(state))) },
  });
  const show = (state: State) => {
    const { fitting, drawn } = sceneOf(state).shown;
    const isCut = drawn < fitting;
    const shown = isCut
      ? `Showing ${drawn.toLocaleString('en')} of ${fitting.toLocaleString('en')}`
      : count(fitting, 'node');
    words.textContent = fitting === 0 ? 'Nothing fits the filters.' : shown + part;
    more.hidden = !isCut;
    more.textContent = `Show ${Math.min(fitting, 2 * state.budget).toLocaleString('en')}`;
    clear.hidden = fitting > 0;
  };
  container.append(words, more, clear);
  show(store.get());
  const unsubscribe = store.subscribe(show);
  return () => {
    unsubscribe();
    container.replaceChildren();
  };
}

const raise = (state: State): State => setBudget(state, 2 * state.budget);
