import { element } from '../element.ts';
import type { PanelContext } from '../panel/context.ts';
import { clearFilters, unhideAll } from '../state.ts';
import { count } from '../words.ts';

/** How many numbers the filters leave out, with the way to have them back; nothing where they leave out none. */
export function filterNote(
  { store }: PanelContext,
  { numbers, of }: { readonly numbers: number; readonly of: number },
): HTMLElement[] {
  if (numbers === of) return [];
  const left = (of - numbers).toLocaleString('en');
  const words =
    numbers === 0
      ? `None of ${count(of, 'number')} here fits the filters.`
      : `The filters leave out ${left} of ${count(of, 'number')}; ranks are among the others.`;
  return [
    element('p', { class: 'filter-note' }, [
      element('span', { text: words }),
      element('button', {
        class: 'more',
        text: 'Clear filters',
        attributes: { type: 'button' },
        on: { click: () => store.update((state) => unhideAll(clearFilters(state))) },
      }),
    ]),
  ];
}
