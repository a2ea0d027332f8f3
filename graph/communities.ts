import louvain from 'graphology-communities-louvain';
import type { KnowledgeGraph } from './knowledge-graph.ts';
import { springGraph } from './layout/springs.ts';

/** A group of fewer entities is a paper with what it names, not a community. */
const LEAST_ENTITIES = 5;
/** In a larger graph communities are coarser, so that there are not more of them than one can tell apart. */
const COARSER_FROM = 4_000;

/**
 * The communities of a graph by the method of Louvain (Blondel et al., 2008), over the springs that the layout is made
 * by, so that who belongs together also lies together: the keys of each one's entities and papers, sorted; the one
 * with the most entities first. Class terms and results are in none, nor is what hangs together with almost nothing.
 * Nodes are visited in the order of their keys, so that the same graph gives the same communities.
 */
export function findCommunities(graph: KnowledgeGraph): string[][] {
  const springs = springGraph(graph);
  if (springs.size === 0) return [];
  const resolution = Math.min(1, Math.sqrt(COARSER_FROM / springs.order));
  const numbers = louvain(springs, { getEdgeWeight: 'weight', randomWalk: false, resolution });
  const members = new Map<number, string[]>();
  for (const key of springs.nodes()) {
    const number = numbers[key];
    if (number === undefined) continue;
    const keys = members.get(number);
    if (keys) keys.push(key);
    else members.set(number, [key]);
  }
  const entities = (keys: readonly string[]) =>
    keys.filter((key) => graph.getNodeAttribute(key, 'type') !== 'Paper').length;
  return [...members.values()]
    .map((keys) => ({ keys, size: entities(keys) }))
    .filter(({ size }) => size >= LEAST_ENTITIES)
    .sort((a, b) => b.size - a.size || ((a.keys[0] ?? '') < (b.keys[0] ?? '') ? -1 : 1))
    .map(({ keys }) => keys);
}
