import { compareEdges, edgeKey, type GraphLines } from './knowledge-graph.ts';
import { compare } from './union.ts';

/** What changes from one graph to another: keys, sorted. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** There before and after, with other attributes. */
  readonly changed: readonly string[];
}

/** Compares nodes and edges by their keys, without holding either graph; an edge's key is that of `edgeKey`. */
export function difference(before: GraphLines, after: GraphLines): Difference {
  const nodes = changes(before.nodes(), after.nodes(), (a, b) => compare(a.key, b.key));
  const edges = changes(before.edges(), after.edges(), compareEdges);
  const keys = (kind: keyof Difference) =>
    [
      ...nodes[kind].map(({ key }) => key),
      ...edges[kind].map((edge) => edgeKey(edge.source, edge, edge.target)),
    ].sort(compare);
  return { added: keys('added'), removed: keys('removed'), changed: keys('changed') };
}

/** Walks two sorted sequences side by side. */
function changes<T>(
  before: Iterable<T>,
  after: Iterable<T>,
  order: (a: T, b: T) => number,
): Record<keyof Difference, T[]> {
  const found: Record<keyof Difference, T[]> = { added: [], removed: [], changed: [] };
  const [olds, youngs] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let [old, young] = [olds.next(), youngs.next()];
  while (!old.done || !young.done) {
    const side = old.done ? 1 : young.done ? -1 : order(old.value, young.value);
    if (side < 0) found.removed.push(old.value);
    else if (side > 0) found.added.push(young.value);
    else if (JSON.stringify(old.value) !== JSON.stringify(young.value))
      found.changed.push(young.value);
    if (side <= 0) old = olds.next();
    if (side >= 0) young = youngs.next();
  }
  return found;
}
