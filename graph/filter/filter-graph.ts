import { expectNode } from '../expect-node.ts';
import { createKnowledgeGraph, type KnowledgeGraph } from '../knowledge-graph.ts';
import {
  isSince,
  isUntil,
  keepDated,
  keepNamedBy,
  keepRelations,
  keepTypes,
} from './conditions.ts';
import { CONDITIONS, type Condition, type GraphFilter } from './graph-filter.ts';
import { keepNear } from './keep-near.ts';
import type { Selection } from './selection.ts';

/** How much a condition took of what those before it had left. */
export interface Taken {
  readonly condition: Condition;
  readonly nodes: number;
  readonly edges: number;
}

export interface Filtered {
  /** A graph of its own, or the given one where nothing is asked for. */
  readonly graph: KnowledgeGraph;
  /** A line for each condition that was given, in the order in which they were applied. */
  readonly taken: readonly Taken[];
}

/**
 * The part of a graph that passes a filter; the given graph stays as it is.
 * `{ types: ['Method', 'Benchmark'], minPapers: 2 }` -> methods and benchmarks that two papers name, and what joins them.
 * @throws UsageError if there is no node to look around
 */
export function filterGraph(graph: KnowledgeGraph, filter: GraphFilter): Filtered {
  const given = CONDITIONS.filter((condition) => filter[condition] !== undefined);
  if (given.length === 0) return { graph, taken: [] };
  const center = filter.around === undefined ? undefined : expectNode(graph, filter.around);
  let selection: Selection = { nodes: new Set(graph.nodes()), edges: new Set(graph.edges()) };
  const taken = given.map((condition) => {
    const before = selection;
    selection = KEEP[condition](graph, selection, filter, center);
    return {
      condition,
      nodes: before.nodes.size - selection.nodes.size,
      edges: before.edges.size - selection.edges.size,
    };
  });
  return { graph: copy(graph, selection), taken };
}

type Keep = (
  graph: KnowledgeGraph,
  selection: Selection,
  filter: GraphFilter,
  center: string | undefined,
) => Selection;

const KEEP: Readonly<Record<Condition, Keep>> = {
  since: (graph, selection, { since = '' }) => keepDated(graph, selection, isSince(since)),
  until: (graph, selection, { until = '' }) => keepDated(graph, selection, isUntil(until)),
  minPapers: (graph, selection, { minPapers = 1 }) => keepNamedBy(graph, selection, minPapers),
  types: (graph, selection, { types = [] }) => keepTypes(graph, selection, types),
  relations: (graph, selection, { relations = [] }, center) =>
    keepRelations(graph, selection, relations, center),
  around: (graph, selection, { depth = 1 }, center = '') =>
    keepNear(graph, selection, center, depth),
};

function copy(graph: KnowledgeGraph, { nodes, edges }: Selection): KnowledgeGraph {
  const part = createKnowledgeGraph();
  for (const key of nodes) part.addNode(key, graph.getNodeAttributes(key));
  for (const key of edges) {
    const [source, target] = graph.extremities(key);
    part.addDirectedEdgeWithKey(key, source, target, graph.getEdgeAttributes(key));
  }
  return part;
}
