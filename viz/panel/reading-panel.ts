import { drawing, element } from '../element.ts';
import type { Selection } from '../state.ts';
import { type PanelContext, type PanelServices, pageContext } from './context.ts';
import { CROSS } from './cross.ts';
import { entityPage } from './entity-page.ts';
import { overviewPage } from './overview-page.ts';
import { paperPage } from './paper-page.ts';
import { pathPage } from './path-page.ts';
import { relationPage } from './relation-page.ts';
import { resultPage } from './result-page.ts';

/** Shows the page of what is selected, or the overview; `shows` is told its title. Returns what ends it. */
export function createReadingPanel(
  container: HTMLElement,
  services: PanelServices,
  { close, shows }: { readonly close: () => void; readonly shows: (title: string) => void },
): () => void {
  const { store } = services;
  const closeButton = element(
    'button',
    {
      class: 'icon-button close',
      attributes: { type: 'button', 'aria-label': 'Back to the overview' },
      on: { click: close },
    },
    [drawing(CROSS, 'icon')],
  );
  const bar = element('div', { class: 'panel-bar' }, [closeButton]);
  const body = element('div', { class: 'page' });
  const { context, leave } = pageContext(services);
  const show = () => {
    leave();
    const { selection } = store.get();
    bar.hidden = selection === undefined;
    body.replaceChildren(...page(context, selection));
    container.scrollTop = 0;
    shows(body.querySelector('h1')?.textContent ?? '');
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.selection === previous.selection) return;
    show();
    // What had the focus is gone, or led here: who reads with the keyboard goes on from the new page's name.
    body.querySelector('h1')?.focus({ preventScroll: true });
  });
  container.replaceChildren(bar, body);
  show();
  return () => {
    unsubscribe();
    leave();
    container.replaceChildren();
  };
}

function page(context: PanelContext, selection: Selection | undefined): Node[] {
  if (selection === undefined) return overviewPage(context);
  if (selection.kind === 'relation') return relationPage(context, selection);
  if (selection.kind === 'path') return pathPage(context, selection);
  return nodePage(context, selection.key);
}

function nodePage(context: PanelContext, key: string): Node[] {
  const { graph } = context.library;
  if (!graph.hasNode(key)) return unknownPage(key);
  const node = graph.getNodeAttributes(key);
  if (node.type === 'Paper') return paperPage(context, key, node);
  if (node.type === 'Result') return resultPage(context, key);
  return entityPage(context, key, node);
}

function unknownPage(key: string): Node[] {
  return [
    element('header', { class: 'page-head' }, [
      element('h1', { text: 'Not in this library' }),
      element('p', {
        class: 'facts',
        text: `Nothing here is called “${key}”. Search for it by name, or press Escape for the overview.`,
      }),
    ]),
  ];
}
