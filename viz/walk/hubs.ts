import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { FilterIndex } from '../narrow/filter-index.ts';

/** So many neighbours at least, and more than all but one node in so many. */
const LEAST_NEIGHBOURS = 12;
const ONE_IN = 200;

/** Class terms, and the few things that more are related to than to anything else: a path over them says little. */
export function findHubs(graph: KnowledgeGraph, index: FilterIndex): Set<string> {
  const entities = index.nodes.filter(({ kind }) => kind !== 'Paper' && kind !== 'Result');
  const neighbours = entities.map(({ key }) => ({ key, amount: countNeighbours(index, key) }));
  neighbours.sort((a, b) => b.amount - a.amount);
  const amount = neighbours[Math.ceil(neighbours.length / ONE_IN)]?.amount ?? 0;
  const least = Math.max(LEAST_NEIGHBOURS, amount);
  const hubs = new Set<string>();
  for (const { key, amount } of neighbours) {
    const node = graph.getNodeAttributes(key);
    if (amount >= least || ('classTerm' in node && node.classTerm)) hubs.add(key);
  }
  return hubs;
}

/** How many things are drawn next to a node where everything is: papers and results are no neighbours. */
export function countNeighbours(index: FilterIndex, key: string): number {
  const others = new Set<number>();
  for (const { source, from, to } of index.linksOf(key)) {
    const other = source === key ? to : from;
    const kind = index.nodes[other]?.kind;
    if (kind !== 'Paper' && kind !== 'Result') others.add(other);
  }
  others.delete(index.numberOf(key) ?? -1);
  return others.size;
}
