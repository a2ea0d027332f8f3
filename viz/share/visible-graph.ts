import { createKnowledgeGraph, type KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Filters } from '../narrow/filters.ts';

/**
 * The part of a graph that is drawn: its nodes, and what joins them but for the relations that are hidden. Papers that are
 * not drawn still stand on every edge, by their ids.
 */
export function visibleGraph(
  graph: KnowledgeGraph,
  keys: readonly string[],
  { hiddenRelations }: Pick<Filters, 'hiddenRelations'>,
): KnowledgeGraph {
  const visible = createKnowledgeGraph();
  for (const key of keys) {
    if (graph.hasNode(key)) visible.addNode(key, graph.getNodeAttributes(key));
  }
  const hidden: ReadonlySet<string> = hiddenRelations;
  graph.forEachEdge((edge, attributes, source, target) => {
    if (hidden.has(attributes.type) || !visible.hasNode(source) || !visible.hasNode(target)) return;
    visible.addDirectedEdgeWithKey(edge, source, target, attributes);
  });
  return visible;
}
