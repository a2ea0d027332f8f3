import type { KnowledgeGraph } from './knowledge-graph.ts';
import type { NodeAttributes } from './schema.ts';

/**
 * How much each node matters to a reader: what is drawn and named first where there is no room for all. Papers that name
 * it count most, then relations and numbers; being proposed makes a thing the subject of a paper.
 */
export function importances(graph: KnowledgeGraph): Map<string, number> {
  return new Map(graph.mapNodes((key, node) => [key, importanceOf(graph, key, node)] as const));
}

/** The keys of nodes in the order of their importance, the greatest first; of those as important the smaller key. */
export function byImportance(
  keys: readonly string[],
  importance: ReadonlyMap<string, number>,
): string[] {
  const of = (key: string) => importance.get(key) ?? 0;
  return [...keys].sort((a, b) => of(b) - of(a) || (a < b ? -1 : 1));
}

function importanceOf(graph: KnowledgeGraph, key: string, node: NodeAttributes): number {
  if (node.type === 'Result') return 0;
  if (node.type === 'Paper') return 1;
  let claims = 0;
  let proposed = 0;
  graph.forEachEdge(key, (_edge, { type }) => {
    if (type === 'PROPOSES') proposed += 1;
    else if (type !== 'MENTIONS') claims += 1;
  });
  const importance = 4 * (node.papers - 1) + Math.min(claims, 24) + 3 * Math.min(proposed, 2);
  return node.classTerm ? importance / 8 : importance;
}
