import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Selection, select } from './selection.ts';

/**
 * The nodes at most so many steps from the centre, along edges of the selection in either direction, and all edges
 * among them. A result is one fact that joins its ends: whoever reaches it reaches them with the same step, so that no
 * number is shown without what it is about.
 */
export function keepNear(
  graph: KnowledgeGraph,
  selection: Selection,
  center: string,
  depth: number,
): Selection {
  const near = new Set<string>();
  let border = selection.nodes.has(center) ? [center] : [];
  for (const key of border) near.add(key);
  for (let step = 0; step < depth && border.length > 0; step++) {
    const next: string[] = [];
    const reach = (key: string) => {
      if (near.has(key)) return;
      near.add(key);
      next.push(key);
      if (graph.getNodeAttribute(key, 'type') === 'Result') neighbors(key).forEach(reach);
    };
    const neighbors = (key: string) =>
      graph
        .filterEdges(key, (edge) => selection.edges.has(edge))
        .map((edge) => graph.opposite(key, edge));
    for (const key of border) neighbors(key).forEach(reach);
    border = next;
  }
  return select(graph, selection, (key) => near.has(key));
}
