import type { KnowledgeGraph } from './knowledge-graph.ts';
import type { EdgeAttributes, EdgeType } from './schema.ts';
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
  const keys = graph.nodes().sort(compare);
  return keys.flatMap((key) =>
    claimsFrom(graph, key).map(({ source, type, target, claims }) => ({
      source,
      type,
      target,
      papers: new Set(claims.map(({ paper }) => paper)).size,
    })),
  );
}

/** All claims of one type between the same two nodes. */
export interface ClaimGroup {
  readonly source: string;
  readonly type: EdgeType;
  readonly target: string;
  /** Sorted by paper. */
  readonly claims: readonly EdgeAttributes[];
}

/** The claims that lead away from a node, in groups sorted by type and target. */
export function claimsFrom(graph: KnowledgeGraph, source: string): ClaimGroup[] {
  const groups = new Map<string, ClaimGroup & { claims: EdgeAttributes[] }>();
  graph.forEachOutEdge(source, (_edge, claim, _source, target) => {
    const key = `${claim.type} ${target}`;
    const group = groups.get(key);
    if (group) group.claims.push(claim);
    else groups.set(key, { source, type: claim.type, target, claims: [claim] });
  });
  const sorted = [...groups.values()].sort(byTypeAndTarget);
  for (const { claims } of sorted) claims.sort((a, b) => compare(a.paper, b.paper));
  return sorted;
}

function byTypeAndTarget(a: ClaimGroup, b: ClaimGroup): number {
  return compare(a.type, b.type) || compare(a.target, b.target);
}
