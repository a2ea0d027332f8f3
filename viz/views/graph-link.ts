import type { PanelContext } from '../panel/context.ts';
import { textLink } from '../panel/node-link.ts';
import { showView } from '../state.ts';

/** A name that leads back to the graph. */
export function graphLink(context: PanelContext, key: string): HTMLElement {
  const { graph } = context.library;
  const name = graph.getNodeAttribute(key, 'name');
  return textLink({ ...context, open: (to) => goTo(context, to) }, key, 'slot', name);
}

/** Goes back to the graph, to a node. */
export function goTo(context: PanelContext, key: string): void {
  context.store.update((state) => showView(state, 'graph'));
  context.open(key);
}
