import { element } from '../element.ts';
import { showView, VIEWS, type ViewName } from '../state.ts';
import type { Store } from '../store.ts';

const NAMES: Readonly<Record<ViewName, string>> = {
  graph: 'Graph',
  leaderboard: 'Leaderboard',
  matrix: 'Matrix',
  table: 'Table',
};

/** Switches between the ways to look at a library. Returns what ends it. */
export function createViewSwitch(container: HTMLElement, store: Store): () => void {
  const buttons = VIEWS.map((view) => ({
    view,
    button: element('button', {
      class: 'view-button',
      text: NAMES[view],
      attributes: { type: 'button' },
      on: { click: () => store.update((state) => showView(state, view)) },
    }),
  }));
  const nav = element(
    'nav',
    { class: 'views', attributes: { 'aria-label': 'Views' } },
    buttons.map(({ button }) => button),
  );
  const show = () => {
    const now = store.get().view;
    for (const { view, button } of buttons) {
      if (view === now) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
  };
  const unsubscribe = store.subscribe(show);
  show();
  container.append(nav);
  return () => {
    unsubscribe();
    nav.remove();
  };
}
