import { drawing, element } from '../element.ts';
import type { Library } from '../library.ts';
import { REACHES } from '../narrow/filters.ts';
import { CROSS } from '../panel/cross.ts';
import { changeFilters, leaveAround } from '../state.ts';
import type { Store } from '../store.ts';
import { count } from '../words.ts';
import { type RailPart, railSection } from './part.ts';

/** Says what all that is drawn is connected with, where it is, how far it reaches, and takes it back. */
export function connectionFilter(store: Store, { graph }: Library): RailPart {
  const name = element('span', { class: 'node-name' });
  const drop = element(
    'button',
    {
      class: 'icon-button',
      attributes: { type: 'button', 'aria-label': 'Show what is not connected too' },
      on: { click: () => store.update(leaveAround) },
    },
    [drawing(CROSS, 'icon')],
  );
  const reach = element(
    'select',
    {
      class: 'choice chosen',
      attributes: { 'aria-label': 'How many relations away' },
      on: {
        change: () =>
          store.update((state) => {
            const { connected } = state.filters;
            const wanted = REACHES.find((steps) => String(steps) === reach.value);
            return connected && wanted
              ? changeFilters(state, { connected: { ...connected, reach: wanted } })
              : state;
          }),
      },
    },
    REACHES.map((steps) =>
      element('option', {
        text: `within ${count(steps, 'relation')}`,
        attributes: { value: String(steps) },
      }),
    ),
  );
  const part = railSection('Only what is connected with', [
    element('p', { class: 'filter-chip' }, [name, drop]),
    reach,
  ]);
  return {
    element: part,
    show({ filters: { connected } }) {
      part.hidden = connected === undefined;
      if (!connected) return;
      name.textContent = graph.hasNode(connected.key)
        ? graph.getNodeAttribute(connected.key, 'name')
        : connected.key;
      reach.value = String(connected.reach);
    },
  };
}
