import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { ExportOptions } from './export-options.ts';
import { jsonItems } from './json-list.ts';
import { networkOf } from './network/network.ts';

/**
 * The nodes, and for each of them, in the same order, its edges: what NetworkX's `adjacency_graph` reads. The key of an
 * edge tells it from others between the same two nodes.
 * https://networkx.org/documentation/stable/reference/readwrite/json_graph.html
 */
export function* toAdjacencyJson(
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): Generator<string> {
  const network = networkOf(graph, options);
  yield `{"directed":${network.directed},"multigraph":true,"graph":[],"nodes":[`;
  yield* jsonItems(nodes());
  yield '],"adjacency":[';
  yield* jsonItems(adjacency());
  yield ']}\n';

  function* nodes() {
    for (const key of network.keys) yield { ...network.node(key).attributes, id: key };
  }

  function* adjacency() {
    for (const node of network.keys) {
      yield network
        .edgesFrom(node)
        .map(({ key, target, weight, attributes }) => ({ ...attributes, weight, id: target, key }));
    }
  }
}
