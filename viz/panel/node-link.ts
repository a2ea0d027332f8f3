import { toHash } from '../address.ts';
import { element } from '../element.ts';
import type { PanelContext } from './context.ts';
import { typeMark } from './type-mark.ts';

/** A node's name with the mark of its type; following it selects the node. */
export function nodeLink(context: PanelContext, key: string, note?: string): HTMLAnchorElement {
  const { type, name } = context.library.graph.getNodeAttributes(key);
  const label = element('span', { class: 'node-name', text: name, attributes: { title: name } });
  const link = textLink(context, key, 'node-link', '');
  link.append(typeMark(type), label);
  if (note) link.append(element('span', { class: 'note', text: note }));
  return link;
}

/** A link to a node that reads as any text. */
export function textLink(
  context: PanelContext,
  key: string,
  className: string,
  text: string,
): HTMLAnchorElement {
  return element('a', {
    class: className,
    text,
    attributes: { href: toHash(key) },
    on: {
      click(event) {
        // A click with a modifier opens a tab, as on any link.
        if (!(event instanceof MouseEvent) || event.metaKey || event.ctrlKey || event.shiftKey)
          return;
        event.preventDefault();
        context.open(key);
      },
    },
  });
}
