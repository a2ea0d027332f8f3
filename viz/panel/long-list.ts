import { element } from '../element.ts';

/** A list that shows its first lines, and more of them when asked. Lines are made when they are shown. */
export function longList<Item>(
  items: readonly Item[],
  toLine: (item: Item) => Node,
  { first, step }: { readonly first: number; readonly step: number },
): HTMLElement {
  let shown = 0;
  const list = element('ul', { class: 'lines' });
  const button = element('button', {
    class: 'more',
    attributes: { type: 'button' },
    on: {
      click() {
        const before = shown;
        show(step);
        list.children[before]?.querySelector<HTMLElement>('a, button')?.focus();
      },
    },
  });
  const show = (amount: number) => {
    const next = items.slice(shown, shown + amount);
    list.append(...next.map((item) => element('li', { class: 'line' }, [toLine(item)])));
    shown += next.length;
    const left = items.length - shown;
    button.hidden = left === 0;
    button.textContent = `Show ${Math.min(step, left).toLocaleString('en')} more`;
  };
  show(first);
  return element('div', {}, [list, button]);
}
