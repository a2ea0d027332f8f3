import { type Positions, planeOf } from '../arrange/planes.ts';
import type { Library } from '../library.ts';
import { type Judged, judge, type Shown, whatIsShown } from '../narrow/shown.ts';
import { type State, selectedEnds } from '../state.ts';
import type { PathFinder } from '../walk/path-finder.ts';
import { type Focus, focusOf } from './focus.ts';
import { createPicture, type Picture } from './picture.ts';

/** Everything that follows from a state and the library before it is painted. */
export interface Scene {
  readonly state: State;
  readonly judged: Judged;
  readonly shown: Shown;
  readonly focus: Focus;
  /** Where the library lays out what is shown. */
  readonly plane: Positions;
  /** The same object as before where the same is shown on the same plane. */
  readonly picture: Picture;
}

export type SceneFinder = (state: State) => Scene;

/** Works out scenes; what a change of the state does not touch is taken over from the scene before. */
export function createScenes(library: Library, pathsOf: PathFinder): SceneFinder {
  let last: Scene | undefined;
  return (state) => {
    if (last?.state === state) return last;
    const before = last;
    const focus = focusOf(library, pathsOf, state);
    const judged =
      before && areSame(before.state, state, ['filters', 'layers', 'hidden'])
        ? before.judged
        : judge(library.index, state);
    const isShownSame =
      before?.judged === judged &&
      areSame(before.state, state, ['budget', 'kept', 'pinned', 'selection']);
    const shown = isShownSame
      ? before.shown
      : whatIsShown(library.index, state, [...known(library, state), ...focus.chain], judged);
    const plane = planeOf(library.planes, state);
    const isPictureSame =
      before?.plane === plane && (shown === before.shown || showSame(shown, before.shown));
    const picture = isPictureSame ? before.picture : createPicture(library, shown, plane);
    last = { state, judged, shown, focus, plane, picture };
    return last;
  };
}

const known = (library: Library, state: State): string[] =>
  selectedEnds(state).filter((key) => library.graph.hasNode(key));

const areSame = (a: State, b: State, keys: readonly (keyof State)[]): boolean =>
  keys.every((key) => a[key] === b[key]);

function showSame(a: Shown, b: Shown): boolean {
  if (a.nodes.size !== b.nodes.size || a.links.length !== b.links.length) return false;
  for (const key of a.nodes) if (!b.nodes.has(key)) return false;
  return a.links.every((link, position) => link === b.links[position]);
}
