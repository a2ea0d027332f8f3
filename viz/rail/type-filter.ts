import { ENTITY_TYPES } from '../../graph/schema.ts';
import { element } from '../element.ts';
import { isKindShown } from '../narrow/shown.ts';
import { typeMark } from '../panel/type-mark.ts';
import { changeFilters, LAYERS, toggleLayer, toggleType } from '../state.ts';
import type { Store } from '../store.ts';
import { plural } from '../words.ts';
import { type RailPart, railSwitch } from './part.ts';

/** The types with their marks, which makes it the legend as well; papers and numbers are layers of their own. */
export function typeFilter(store: Store): RailPart {
  const types = ENTITY_TYPES.map((type) => ({
    type,
    ...railSwitch(
      [typeMark(type), element('span', { class: 'legend-name', text: plural(type) })],
      () => store.update((state) => toggleType(state, type)),
    ),
  }));
  const layers = LAYERS.map((layer) => ({
    type: layer,
    ...railSwitch(
      [typeMark(layer), element('span', { class: 'legend-name', text: plural(layer) })],
      () => store.update((state) => toggleLayer(state, layer)),
    ),
  }));
  const all = element('button', {
    class: 'more',
    text: 'Show all types',
    attributes: { type: 'button' },
    on: { click: () => store.update((state) => changeFilters(state, { hiddenTypes: new Set() })) },
  });
  const list = (switches: readonly { readonly button: HTMLElement }[]) =>
    element(
      'ul',
      { class: 'legend' },
      switches.map(({ button }) => element('li', {}, [button])),
    );
  return {
    element: element('div', {}, [
      element('section', { class: 'rail-part' }, [
        element('h2', { class: 'rail-title', text: 'Types' }),
        list(types),
        all,
      ]),
      element('section', { class: 'rail-part' }, [
        element('h2', { class: 'rail-title', text: 'Layers' }),
        list(layers),
      ]),
    ]),
    show(state, facets) {
      for (const { type, show } of types)
        show(isKindShown(state, type), facets.types.get(type) ?? 0);
      for (const { type, show } of layers)
        show(isKindShown(state, type), facets.layers.get(type) ?? 0);
      all.hidden = state.filters.hiddenTypes.size === 0;
    },
  };
}
