import type { KnowledgeGraph } from '../../knowledge-graph.ts';
import type { Columns } from '../../property-graph/columns.ts';
import { type ExportOptions, papersOf } from '../export-options.ts';
import { aggregatedNetwork } from './aggregated.ts';
import { claimNetwork } from './claims.ts';
import { projectedNetwork } from './projected.ts';

/** Attributes by the names of their columns; what is undefined or null is not there. */
export type Attributes = Readonly<Record<string, unknown>>;

export interface NetworkNode {
  readonly key: string;
  readonly type: string;
  /** As a reader sees it. */
  readonly label: string;
  /** The day from which it is there, in ISO 8601. */
  readonly since: string | undefined;
  readonly attributes: Attributes;
}

export interface NetworkEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly weight: number;
  readonly since: string | undefined;
  readonly attributes: Attributes;
}

/**
 * Nodes and edges as the formats of graphs write them: flat attributes, a label, a weight, a date. Nothing of it is
 * kept; an edge is made when it is asked for.
 */
export interface Network {
  readonly directed: boolean;
  /** Sorted. */
  readonly keys: readonly string[];
  readonly nodeColumns: Columns;
  readonly edgeColumns: Columns;
  node(key: string): NetworkNode;
  /**
   * The edges that lead away from a node, sorted by type, target and paper. Where edges have no direction each is among
   * those of both its ends.
   */
  edgesFrom(key: string): readonly NetworkEdge[];
}

/** What the options make of a graph: claims, claims of one kind as one edge, or a projection. */
export function networkOf(graph: KnowledgeGraph, options: ExportOptions): Network {
  const papers = papersOf(options.whole ?? graph);
  if (options.project) return projectedNetwork(graph, papers, options.project);
  return options.claims
    ? claimNetwork(graph, papers, options.documents ?? new Map())
    : aggregatedNetwork(graph, papers);
}

/** Every edge once, sorted by source, type, target and paper. */
export function* edgesOf(network: Network): Generator<NetworkEdge> {
  for (const key of network.keys) {
    for (const edge of network.edgesFrom(key)) {
      if (network.directed || key <= edge.target) yield edge;
    }
  }
}
