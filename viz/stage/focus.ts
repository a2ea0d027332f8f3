import type { Library } from '../library.ts';
import { type Selection, type State, selectedEnds } from '../state.ts';
import type { PathFinder } from '../walk/path-finder.ts';
import type { Step } from '../walk/paths.ts';

/** What the reader looks at now: it is drawn fully while the rest stands back. */
export interface Focus {
  /** Named and ringed: what is selected, and what the pointer is on. */
  readonly foci: ReadonlySet<string>;
  /** The nodes whose edges are all drawn and named. */
  readonly open: ReadonlySet<string>;
  /** The lines of a selected relation or path, as `source type target`. */
  readonly lines: ReadonlySet<string>;
  /** The nodes of a selected path. */
  readonly chain: readonly string[];
}

export const lineName = (source: string, type: string, target: string): string =>
  `${source}\n${type}\n${target}`;

export function focusOf(
  library: Library,
  pathsOf: PathFinder,
  state: Pick<State, 'selection' | 'hovered'>,
): Focus {
  const { selection, hovered } = state;
  const steps = stepsOf(pathsOf, selection);
  // Where the other end is still to be chosen, nothing stands back.
  const isSearching = selection?.kind === 'path' && selection.to === undefined;
  const ends = (isSearching ? [] : selectedEnds(state)).filter((key) => library.graph.hasNode(key));
  const isOnCanvas = hovered !== undefined && library.graph.hasNode(hovered);
  const hoveredKeys = isOnCanvas ? [hovered] : [];
  return {
    foci: new Set([...ends, ...hoveredKeys]),
    open: new Set([...(selection?.kind === 'node' ? ends : []), ...hoveredKeys]),
    lines: new Set([
      ...(selection?.kind === 'relation'
        ? [lineName(selection.source, selection.type, selection.target)]
        : []),
      ...steps.flatMap(({ links }) =>
        links.map(({ source, type, target }) => lineName(source, type, target)),
      ),
    ]),
    chain: [...new Set(steps.flatMap(({ from, to }) => [from, to]))],
  };
}

const stepsOf = (pathsOf: PathFinder, selection: Selection | undefined): readonly Step[] =>
  selection?.kind === 'path' ? (pathsOf(selection).paths[selection.nth] ?? []) : [];
