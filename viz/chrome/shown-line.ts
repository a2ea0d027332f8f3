import { element } from '../element.ts';
import type { Library } from '../library.ts';
import type { SceneFinder } from '../stage/scene.ts';
import {
  AROUND_STEP,
  clearFilters,
  leaveAround,
  lookFurther,
  type State,
  setBudget,
  unhideAll,
} from '../state.ts';
import type { Store } from '../store.ts';
import { count } from '../words.ts';

/** Says how much of what fits is drawn, and offers to draw more of it. Returns what ends it. */
export function createShownLine(
  container: HTMLElement,
  { of, graph, index }: Pick<Library, 'of' | 'graph' | 'index'>,
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
  const back = element('button', {
    class: 'more',
    text: 'Whole graph',
    attributes: { type: 'button' },
    on: { click: () => store.update(leaveAround) },
  });
  const show = (state: State) => {
    const { shown, judged } = sceneOf(state);
    const { fitting, drawn } = shown;
    const isCut = drawn < fitting;
    const { connected } = state.filters;
    const middle = connected?.most !== undefined && graph.hasNode(connected.key) && connected.key;
    if (middle) {
      const own = judged.fails[index.numberOf(middle) ?? -1] === 0 ? 1 : 0;
      const [some, all] = [drawn - own, fitting - own].map((amount) => amount.toLocaleString('en'));
      const name = graph.getNodeAttribute(middle, 'name');
      words.textContent = `${name} and ${isCut ? `${some} of ${all}` : all} around it`;
      more.textContent = `Show ${Math.min(AROUND_STEP, fitting - drawn)} more`;
    } else {
      const amount = isCut
        ? `Showing ${drawn.toLocaleString('en')} of ${fitting.toLocaleString('en')}`
        : count(fitting, 'node');
      words.textContent = fitting === 0 ? 'Nothing fits the filters.' : amount + part;
      more.textContent = `Show ${Math.min(fitting, 2 * state.budget).toLocaleString('en')}`;
    }
    more.hidden = !isCut;
    back.hidden = !middle;
    clear.hidden = fitting > 0;
  };
  container.append(words, more, back, clear);
  show(store.get());
  const unsubscribe = store.subscribe(show);
  return () => {
    unsubscribe();
    container.replaceChildren();
  };
}

const raise = (state: State): State =>
  state.filters.connected?.most === undefined
    ? setBudget(state, 2 * state.budget)
    : lookFurther(state);
