import { element } from '../element.ts';
import { type PanelContext, type PanelServices, pageContext } from '../panel/context.ts';
import type { State, ViewName } from '../state.ts';
import { leaderboardView } from './leaderboard-view.ts';
import { matrixView } from './matrix-view.ts';
import { tableView } from './table-view.ts';

/** A page in place of the canvas, made for what of the state it depends on. */
export interface ViewPage {
  readonly make: (context: PanelContext, state: State) => readonly Node[];
  /** What it is made anew for. */
  readonly dependsOn: readonly (keyof State)[];
}

const PAGES: Readonly<Record<Exclude<ViewName, 'graph'>, ViewPage>> = {
  leaderboard: { make: leaderboardView, dependsOn: ['board', 'filters', 'hidden'] },
  matrix: { make: matrixView, dependsOn: ['filters'] },
  table: {
    make: tableView,
    dependsOn: ['filters', 'layers', 'budget', 'kept', 'pinned', 'hidden'],
  },
};

/** Shows leaderboard, matrix and table over the canvas. Returns what ends them. */
export function createViews(container: HTMLElement, services: PanelServices): () => void {
  const { store } = services;
  const page = element('div', { class: 'view-page', attributes: { tabindex: '-1' } });
  page.hidden = true;
  const { context, leave } = pageContext(services);
  const show = (state: State) => {
    leave();
    const hadFocus = page.contains(document.activeElement);
    const isGraph = state.view === 'graph';
    page.hidden = isGraph;
    container.classList.toggle('has-page', !isGraph);
    page.replaceChildren(...(state.view === 'graph' ? [] : PAGES[state.view].make(context, state)));
    // What had the focus is gone: who reads with the keyboard goes on from the top of what came instead.
    if (hadFocus) page.querySelector('h1')?.focus({ preventScroll: true });
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (state.view !== previous.view) {
      show(state);
      page.scrollTop = 0;
      return;
    }
    if (state.view === 'graph') return;
    const { dependsOn } = PAGES[state.view];
    if (dependsOn.some((key) => state[key] !== previous[key])) show(state);
  });
  container.append(page);
  show(store.get());
  return () => {
    unsubscribe();
    leave();
    page.remove();
  };
}
