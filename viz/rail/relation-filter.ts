import { element } from '../element.ts';
import { LINK_TYPES } from '../narrow/facets.ts';
import { unfolding } from '../panel/unfolding.ts';
import { changeFilters, toggleRelation } from '../state.ts';
import type { Store } from '../store.ts';
import { relationWords } from '../words.ts';
import { type RailPart, railSwitch } from './part.ts';

/** The relations that are drawn. They are folded away until they are wanted. */
export function relationFilter(store: Store): RailPart {
  const switches = LINK_TYPES.map((type) => ({
    type,
    ...railSwitch(
      [element('span', { class: 'legend-name', text: relationWords(type, 'forward') })],
      () => store.update((state) => toggleRelation(state, type)),
    ),
  }));
  const all = element('button', {
    class: 'more',
    text: 'Show all relations',
    attributes: { type: 'button' },
    on: {
      click: () => store.update((state) => changeFilters(state, { hiddenRelations: new Set() })),
    },
  });
  const note = element('span', { class: 'amount' });
  const list = element(
    'ul',
    { class: 'legend' },
    switches.map(({ button }) => element('li', {}, [button])),
  );
  const title = element('h2', { class: 'rail-title', text: 'Relations' });
  const folded = unfolding([title, note], () => [list, all]);
  folded.className = 'rail-part rail-fold';
  return {
    element: folded,
    show({ filters }, facets) {
      for (const { type, button, show } of switches) {
        const amount = facets.relations.get(type) ?? 0;
        show(!filters.hiddenRelations.has(type), amount);
        // What this library does not have at all needs no switch.
        if (button.parentElement) {
          button.parentElement.hidden = amount === 0 && !filters.hiddenRelations.has(type);
        }
      }
      all.hidden = filters.hiddenRelations.size === 0;
      note.textContent =
        filters.hiddenRelations.size > 0 ? `${filters.hiddenRelations.size} hidden` : '';
    },
  };
}
