import type { KnowledgeGraph } from '../knowledge-graph.ts';

/** The part of a graph that is left: keys of nodes, and of edges whose ends are both among them. */
export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** What of a selection passes: the nodes, and the edges that pass and still have both their ends. */
export function select(
  graph: KnowledgeGraph,
  selection: Selection,
  hasNode: (key: string) => boolean,
  hasEdge: (key: string) => boolean = () => true,
): Selection {
  const nodes = new Set<string>();
  for (const key of selection.nodes) if (hasNode(key)) nodes.add(key);
  const edges = new Set<string>();
  for (const key of selection.edges) {
    if (!nodes.has(graph.source(key)) || !nodes.has(graph.target(key))) continue;
    if (hasEdge(key)) edges.add(key);
  }
  return { nodes, edges };
}
