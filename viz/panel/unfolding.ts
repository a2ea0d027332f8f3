import { drawing, element } from '../element.ts';

const CHEVRON = ['M6 4l4 4l-4 4'];

/** A line that unfolds; what it holds is made when it is first opened. */
export function unfolding(
  summary: readonly (Node | string)[],
  content: () => readonly Node[],
): HTMLDetailsElement {
  const details = element('details', {}, [
    element('summary', {}, [drawing(CHEVRON, 'icon chevron'), ...summary]),
  ]);
  details.addEventListener('toggle', () => details.append(...content()), { once: true });
  return details;
}
