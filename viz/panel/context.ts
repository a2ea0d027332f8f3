import type { Correcting } from '../correct/correcting.ts';
import type { Library } from '../library.ts';
import type { SearchIndex } from '../search-index.ts';
import type { Source } from '../source.ts';
import type { SceneFinder } from '../stage/scene.ts';
import type { State } from '../state.ts';
import type { Store } from '../store.ts';
import type { PathFinder } from '../walk/path-finder.ts';

/** What the panel works with. */
export interface PanelServices {
  readonly library: Library;
  readonly source: Source;
  readonly store: Store;
  readonly search: SearchIndex;
  readonly pathsOf: PathFinder;
  readonly sceneOf: SceneFinder;
  /** What the reader puts right; nothing where that would go nowhere. */
  readonly correcting?: Correcting | undefined;
  /** Selects a node and brings it into view. */
  readonly open: (key: string) => void;
}

/** What every page of the panel is made from. */
export interface PanelContext extends PanelServices {
  /** Calls `listener` now and after every change of the state, until the page is left. */
  readonly follow: (listener: (state: State) => void) => void;
  /** Calls `dispose` when the page is left. */
  readonly onLeave: (dispose: () => void) => void;
}

/** A context for the pages that stand in one place one after the other, and what leaves the page that stands there. */
export function pageContext(services: PanelServices): {
  readonly context: PanelContext;
  readonly leave: () => void;
} {
  const { store } = services;
  let leaving: (() => void)[] = [];
  const context: PanelContext = {
    ...services,
    onLeave: (dispose) => void leaving.push(dispose),
    follow(listener) {
      listener(store.get());
      leaving.push(store.subscribe((state) => listener(state)));
    },
  };
  const leave = () => {
    for (const dispose of leaving) dispose();
    leaving = [];
  };
  return { context, leave };
}
