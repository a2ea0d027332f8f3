import { element } from '../element.ts';

/** The top of a view: its name, what it says, and what one can choose. */
export function viewHead(
  title: string,
  words: string,
  controls: readonly Node[] = [],
): HTMLElement {
  return element('header', { class: 'view-head' }, [
    element('div', {}, [
      element('h1', { text: title, attributes: { tabindex: '-1' } }),
      element('p', { class: 'facts', text: words }),
    ]),
    element('div', { class: 'view-controls' }, controls),
  ]);
}

/** What stands where there is nothing to show, and what to do about it. */
export const emptyNote = (text: string): HTMLElement => element('p', { class: 'empty', text });
