import { type FilterIndex, isLinkType, type Link, linksBetween } from '../narrow/filter-index.ts';
import { countNeighbours } from './hubs.ts';

/** From one node to the next, with every link that joins the two. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly links: readonly Link[];
}

export interface Paths {
  /** The shortest first; of equal ones first the one over what touches the least, since it says the most. */
  readonly paths: readonly (readonly Step[])[];
  /** Whether no relation joins the two, so that the paths lead over papers that name both. */
  readonly overMentions: boolean;
}

const MOST_PATHS = 24;
/** How many beginnings of paths are tried before the search is content with what it has. */
const MOST_TRIED = 20_000;
/** A path longer than the shortest by more than that is no answer. */
const LONGEST_DETOUR = 3;

/** The ways from one node to another, none of which passes a node twice or one that is avoided. */
export function findPaths(
  index: FilterIndex,
  from: string,
  to: string,
  isAvoided: (key: string) => boolean = () => false,
): Paths {
  const byRelations = search(index, from, to, isAvoided, ({ type }) => isLinkType(type));
  if (byRelations.length > 0 || from === to) return { paths: byRelations, overMentions: false };
  const isSaid = ({ type }: Link) => isLinkType(type) || type === 'MENTIONS';
  return { paths: search(index, from, to, isAvoided, isSaid), overMentions: true };
}

function search(
  index: FilterIndex,
  from: string,
  to: string,
  isAvoided: (key: string) => boolean,
  counts: (link: Link) => boolean,
): Step[][] {
  const known = new Map<string, string[]>();
  const around = (key: string): string[] => {
    const before = known.get(key);
    if (before) return before;
    const others = index
      .linksOf(key)
      .filter((link) => link.source !== link.target && counts(link))
      .map(({ source, target }) => (source === key ? target : source))
      .filter((other) => other === from || other === to || !isAvoided(other));
    const sorted = [...new Set(others)].sort();
    known.set(key, sorted);
    return sorted;
  };
  const distances = distancesTo(to, around);
  if (!distances.has(from) || from === to) return [];
  return chainsOf(from, to, around, distances)
    .map((chain) => ({ chain, name: chain.join('\n'), burden: burdenOf(index, chain) }))
    .sort(
      (a, b) =>
        a.chain.length - b.chain.length || a.burden - b.burden || (a.name < b.name ? -1 : 1),
    )
    .slice(0, MOST_PATHS)
    .map(({ chain }) => toSteps(index, chain, counts));
}

/** How many steps each node is from one; what cannot be reached is not in it. */
function distancesTo(goal: string, around: (key: string) => string[]): Map<string, number> {
  const distances = new Map([[goal, 0]]);
  // A map is walked in the order in which it grows.
  for (const [key, distance] of distances) {
    for (const other of around(key)) {
      if (!distances.has(other)) distances.set(other, distance + 1);
    }
  }
  return distances;
}

/**
 * Chains of nodes in order of their length: beginnings wait by the least length that they can come to, which the
 * distances to the goal tell exactly where no node had to be passed twice (Hart, Nilsson and Raphael, 1968).
 */
function chainsOf(
  from: string,
  to: string,
  around: (key: string) => string[],
  distances: ReadonlyMap<string, number>,
): string[][] {
  const shortest = distances.get(from) ?? 0;
  const found: string[][] = [];
  const waiting: string[][][] = [[[from]]];
  let tried = 0;
  for (let detour = 0; detour <= LONGEST_DETOUR && found.length < MOST_PATHS; detour += 1) {
    const beginnings = waiting[detour] ?? [];
    waiting[detour] = beginnings;
    for (let chain = beginnings.pop(); chain; chain = beginnings.pop()) {
      const last = chain.at(-1) ?? from;
      if (last === to) {
        found.push(chain);
        continue;
      }
      tried += 1;
      if (tried > MOST_TRIED) return found;
      for (const next of around(last)) {
        const rest = distances.get(next);
        if (rest === undefined || chain.includes(next)) continue;
        const later = chain.length + rest - shortest;
        const list = waiting[later] ?? [];
        list.push([...chain, next]);
        waiting[later] = list;
      }
    }
  }
  return found;
}

/** How much the nodes between the ends touch altogether. */
const burdenOf = (index: FilterIndex, chain: readonly string[]): number =>
  chain.slice(1, -1).reduce((sum, key) => sum + countNeighbours(index, key), 0);

function toSteps(
  index: FilterIndex,
  chain: readonly string[],
  counts: (link: Link) => boolean,
): Step[] {
  return chain.slice(1).map((to, position) => {
    const from = chain[position] ?? to;
    return { from, to, links: linksBetween(index, from, to).filter(counts) };
  });
}
