import type { Library } from '../library.ts';
import type { PathSelection } from '../state.ts';
import { findPaths, type Paths } from './paths.ts';

export type PathFinder = (selection: PathSelection) => Paths;

/** Finds the paths of a selection once, however often they are asked for while it lasts. */
export function createPathFinder(library: Library): PathFinder {
  let last: { readonly name: string; readonly paths: Paths } | undefined;
  return ({ from, to, overHubs }) => {
    const name = JSON.stringify([from, to, overHubs]);
    if (last?.name === name) return last.paths;
    const known = to !== undefined && [from, to].every((key) => library.graph.hasNode(key));
    const isAvoided = (key: string) => !overHubs && library.hubs.has(key);
    const paths: Paths = known
      ? findPaths(library.index, from, to, isAvoided)
      : { paths: [], overMentions: false };
    last = { name, paths };
    return paths;
  };
}
