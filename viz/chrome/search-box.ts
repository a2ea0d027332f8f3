import { drawing, element } from '../element.ts';
import { typeMark } from '../panel/type-mark.ts';
import type { Hit, SearchIndex } from '../search-index.ts';
import { count } from '../words.ts';

const LENS = ['M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9z', 'M10.3 10.3l3.2 3.2'];
const MOST = 9;

export interface SearchBoxOptions {
  /** Tells the lists of several boxes apart. */
  readonly id: string;
  readonly label: string;
  /** Whether `/` comes here from anywhere. */
  readonly isMain: boolean;
  /** Whether something can be chosen here; anything where it is left out. */
  readonly accepts?: (hit: Hit) => boolean;
}

/** Finds as one types; arrows choose, Enter opens, Escape clears. */
export function createSearchBox(
  container: HTMLElement,
  index: SearchIndex,
  open: (key: string) => void,
  { id, label, isMain, accepts = () => true }: SearchBoxOptions,
): () => void {
  const list = element('ul', {
    class: 'hits',
    attributes: { id, role: 'listbox', 'aria-label': 'Found', hidden: '' },
  });
  const input = element('input', {
    attributes: {
      type: 'search',
      role: 'combobox',
      placeholder: label,
      'aria-label': label,
      'aria-controls': id,
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      autocomplete: 'off',
      spellcheck: 'false',
    },
  });
  let hits: Hit[] = [];
  let active = 0;

  const show = () => {
    const query = input.value.trim();
    hits = query
      ? index
          .find(query, 4 * MOST)
          .filter(accepts)
          .slice(0, MOST)
      : [];
    active = 0;
    const choose = (hit: Hit) => {
      close();
      input.value = '';
      open(hit.key);
    };
    list.replaceChildren(...hits.map((hit, position) => hitLine(hit, `${id}-${position}`, choose)));
    if (query && hits.length === 0) list.append(nothing(query));
    list.hidden = !query;
    input.setAttribute('aria-expanded', String(!list.hidden));
    point();
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const point = () => {
    for (const [position, line] of [...list.children].entries()) {
      line.setAttribute('aria-selected', String(position === active && hits.length > 0));
    }
    if (hits.length === 0) return;
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      active = (active + 1) % Math.max(1, hits.length);
      point();
    },
    ArrowUp: () => {
      active = (active + hits.length - 1) % Math.max(1, hits.length);
      point();
    },
    Enter: () => {
      const hit = hits[active];
      if (!hit) return;
      input.value = '';
      close();
      input.blur();
      open(hit.key);
    },
    Escape: () => {
      if (input.value) input.value = '';
      else input.blur();
      close();
    },
  };
  const onSlash = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key !== '/' || isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  };

  input.addEventListener('input', show);
  input.addEventListener('focus', show);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    // These keys choose among the characters that an input method offers.
    if (event.isComposing) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  if (isMain) document.addEventListener('keydown', onSlash);
  container.append(
    drawing(LENS, 'icon lens'),
    input,
    isMain ? element('kbd', { text: '/', attributes: { 'aria-hidden': 'true' } }) : '',
    list,
  );
  return () => {
    document.removeEventListener('keydown', onSlash);
    container.replaceChildren();
  };
}

function hitLine(hit: Hit, id: string, choose: (hit: Hit) => void): HTMLElement {
  const name = element('span', { class: 'node-name', text: hit.name });
  if (hit.alias) name.append(element('span', { class: 'alias', text: hit.alias }));
  return element(
    'li',
    {
      class: 'hit',
      attributes: { id, role: 'option' },
      // The list must not take the focus away before the click is done.
      on: { mousedown: (event) => event.preventDefault(), click: () => choose(hit) },
    },
    [
      typeMark(hit.type),
      name,
      element('span', { class: 'note', text: hit.papers ? count(hit.papers, 'paper') : hit.type }),
    ],
  );
}

const nothing = (query: string): HTMLElement =>
  element('li', {
    class: 'nothing',
    text: `Nothing is called “${query}”. Try a shorter piece of the name.`,
  });
