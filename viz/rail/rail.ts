import { element } from '../element.ts';
import type { Library } from '../library.ts';
import { facetsOf } from '../narrow/facets.ts';
import { activeFilters } from '../narrow/filters.ts';
import type { SceneFinder } from '../stage/scene.ts';
import { clearFilters, type State } from '../state.ts';
import type { Store } from '../store.ts';
import { byHand } from './by-hand.ts';
import { communityFilter, papersFilter, taskFilter } from './choice-filter.ts';
import { connectionFilter } from './connection-filter.ts';
import { monthFilter } from './month-filter.ts';
import type { RailPart } from './part.ts';
import { relationFilter } from './relation-filter.ts';
import { typeFilter } from './type-filter.ts';

/** All filters with what each would let through. Returns what ends them. */
export function createRail(
  container: HTMLElement,
  services: {
    readonly library: Library;
    readonly sceneOf: SceneFinder;
    readonly store: Store;
    readonly isCalm: () => boolean;
  },
): () => void {
  const { library, sceneOf, store } = services;
  const parts: RailPart[] = [
    connectionFilter(store, library),
    typeFilter(store),
    relationFilter(store),
    monthFilter(store, library, services.isCalm),
    papersFilter(store),
    taskFilter(store, library),
    communityFilter(store, library),
    byHand(store, library),
  ];
  const clear = element('button', {
    class: 'more',
    text: 'Clear filters',
    attributes: { type: 'button' },
    on: { click: () => store.update(clearFilters) },
  });
  const show = (state: State) => {
    const facets = facetsOf(library.index, state, sceneOf(state).judged);
    for (const part of parts) part.show(state, facets);
    clear.hidden = activeFilters(state.filters) === 0;
  };
  const unsubscribe = store.subscribe((state, previous) => {
    const isSame = (['filters', 'layers', 'kept', 'pinned', 'hidden'] as const).every(
      (key) => state[key] === previous[key],
    );
    if (!isSame) show(state);
  });
  container.append(...parts.map(({ element }) => element), clear);
  show(store.get());
  return () => {
    unsubscribe();
    for (const part of parts) part.dispose?.();
    container.replaceChildren();
  };
}
