import { type AggregatedEdge, aggregateEdges } from '../graph/adjacency.ts';
import { type KnowledgeGraph, readKnowledgeGraph } from '../graph/knowledge-graph.ts';
import type { ExplorerData, NodeAttributes } from '../graph/schema.ts';

/** What the explorer shows, read once and never changed. */
export interface Library {
  readonly graph: KnowledgeGraph;
  /** One edge for all claims of one type between two nodes. */
  readonly edges: readonly AggregatedEdge[];
  readonly positions: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** How much each node matters to a reader: what is named first where there is no room for all. */
  readonly importance: ReadonlyMap<string, number>;
}

export function openLibrary(data: ExplorerData): Library {
  const graph = readKnowledgeGraph(data.nodes, data.edges);
  const importance = new Map(
    graph.mapNodes((key, node) => [key, importanceOf(graph, key, node)] as const),
  );
  const positions = new Map(Object.entries(data.positions));
  return { graph, edges: aggregateEdges(graph), positions, importance };
}

/** Papers count most, then relations and numbers; being proposed makes a thing the subject of a paper. */
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
