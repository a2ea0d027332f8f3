import { ENTITY_TYPES, type EntityType, type NodeType } from '../../graph/schema.ts';
import { element } from '../element.ts';
import { isKindShown } from '../narrow/shown.ts';
import { typeMark } from '../panel/type-mark.ts';
import { changeFilters, LAYERS, type Layer, toggleLayer, toggleType } from '../state.ts';
import type { Store } from '../store.ts';
import { plural } from '../words.ts';

/** The types with their marks and counts; each is a switch. */
export function createLegend(
  container: HTMLElement,
  counts: Readonly<Record<NodeType, number>>,
  store: Store,
): () => void {
  const switches = new Map<NodeType, HTMLButtonElement>();
  const add = (type: NodeType, toggle: () => void) => {
    const button = legendSwitch(type, counts[type], toggle);
    switches.set(type, button);
    return element('li', {}, [button]);
  };
  const types = ENTITY_TYPES.map((type: EntityType) =>
    add(type, () => store.update((state) => toggleType(state, type))),
  );
  const layers = LAYERS.map((layer: Layer) =>
    add(layer, () => store.update((state) => toggleLayer(state, layer))),
  );
  const all = element('button', {
    class: 'more',
    text: 'Show all types',
    attributes: { type: 'button' },
    on: { click: () => store.update((state) => changeFilters(state, { hiddenTypes: new Set() })) },
  });
  const show = () => {
    const state = store.get();
    for (const [type, button] of switches) {
      button.setAttribute('aria-pressed', String(isKindShown(state, type)));
    }
    all.hidden = state.filters.hiddenTypes.size === 0;
  };
  container.append(
    element('h2', { class: 'rail-title', text: 'Types' }),
    element('ul', { class: 'legend' }, types),
    all,
    element('h2', { class: 'rail-title', text: 'Layers' }),
    element('ul', { class: 'legend' }, layers),
  );
  const unsubscribe = store.subscribe(show);
  show();
  return () => {
    unsubscribe();
    container.replaceChildren();
  };
}

function legendSwitch(type: NodeType, amount: number, toggle: () => void): HTMLButtonElement {
  return element(
    'button',
    { class: 'legend-switch', attributes: { type: 'button' }, on: { click: toggle } },
    [
      typeMark(type),
      element('span', { class: 'legend-name', text: plural(type) }),
      element('span', { class: 'amount', text: amount.toLocaleString('en') }),
    ],
  );
}
