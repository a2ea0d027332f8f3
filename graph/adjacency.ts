import type { KnowledgeGraph } from './knowledge-graph.ts';
import type { EdgeType } from './schema.ts';
import { compare } from './union.ts';

/** Every claim of one type between the same two nodes, counted by the papers that make it. */
export interface AggregatedEdge {
  readonly source: string;
  readonly type: EdgeType;
  readonly target: string;
  /** How many distinct papers say so. */
  readonly papers: number;
}

/**
 * The graph's claims as an adjacency list, sorted by source, type and target.
 * Two papers that each say `SimSD EVALUATED_ON MATH-500` ->
 * `{ source: 'simsd', type: 'EVALUATED_ON', target: 'math-500', papers: 2 }`.
 */
export function aggregateEdges(graph: KnowledgeGraph): AggregatedEdge[] {
  const groups = new Map<string, Omit<AggregatedEdge, 'papers'> & { papers: Set<string> }>();
  graph.forEachEdge((_edge, { type, paper }, source, target) => {
    const key = JSON.stringify([source, type, target]);
    const group = groups.get(key);
    if (group) group.papers.add(paper);
    else groups.set(key, { source, type, target, papers: new Set([paper]) });
  });
  return [...groups.values()]
    .map(({ papers, ...edge }) => ({ ...edge, papers: papers.size }))
    .sort(bySourceTypeTarget);
}

function bySourceTypeTarget(a: AggregatedEdge, b: AggregatedEdge): number {
  return compare(a.source, b.source) || compare(a.type, b.type) || compare(a.target, b.target);
}
