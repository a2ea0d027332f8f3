import type { Library } from '../library.ts';
import { isLinkType } from '../narrow/filter-index.ts';
import type { LinkType } from '../narrow/filters.ts';
import type { Shown } from '../narrow/shown.ts';
import { keep, lookAround, type State } from '../state.ts';
import { countNeighbours } from './hubs.ts';

/** How many nodes one step adds at most for each relation, so that a hub does not flood the canvas. */
export const MOST_ADDED = 25;

/** More neighbours than that cannot be read where they lie, among everything else. */
const MOST_IN_PLACE = 50;

/** Whether a node has so many neighbours that they are shown by themselves. */
export const isCrowded = ({ index }: Library, key: string): boolean =>
  countNeighbours(index, key) > MOST_IN_PLACE;

/** Shows the neighbours of a node: where they lie, and those of a hub by themselves around it. */
export const showNeighbours = (
  library: Library,
  shown: Pick<Shown, 'nodes'>,
  state: State,
  key: string,
): State =>
  isCrowded(library, key)
    ? lookAround(state, key)
    : keep(state, neighboursToKeep(library, shown, key));

/** A relation of a node, in one direction, with the other ends that it leads to, the most important first. */
export interface Surrounding {
  readonly type: LinkType;
  readonly way: 'forward' | 'backward';
  readonly keys: readonly string[];
}

/** What a node is related with, by relation and direction. Papers count where they propose it. */
export function surroundingsOf({ index, importance }: Library, key: string): Surrounding[] {
  const groups = new Map<string, { type: LinkType; way: Surrounding['way']; keys: Set<string> }>();
  for (const { source, type, target } of index.linksOf(key)) {
    if (!isLinkType(type) || source === target) continue;
    const way = source === key ? 'forward' : 'backward';
    const name = `${type} ${way}`;
    const group = groups.get(name) ?? { type, way, keys: new Set<string>() };
    groups.set(name, group);
    group.keys.add(source === key ? target : source);
  }
  const rank = (other: string) => importance.get(other) ?? 0;
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { type, way, keys }]) => ({
      type,
      way,
      keys: [...keys].sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1)),
    }));
}

/**
 * What is kept on the canvas when a node is expanded: itself and its neighbours, of one relation or of all, at most
 * `MOST_ADDED` that are not there yet for each. Expanding again adds the next ones.
 */
export function neighboursToKeep(
  library: Library,
  shown: Pick<Shown, 'nodes'>,
  key: string,
  isWanted: (surrounding: Surrounding) => boolean = ({ type }) => type !== 'PROPOSES',
): string[] {
  const kept = surroundingsOf(library, key)
    .filter(isWanted)
    .flatMap(({ keys }) => {
      const there = keys.filter((other) => shown.nodes.has(other));
      const added = keys.filter((other) => !shown.nodes.has(other)).slice(0, MOST_ADDED);
      return [...there, ...added];
    });
  return [key, ...kept];
}
