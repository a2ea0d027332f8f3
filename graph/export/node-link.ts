import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { ExportOptions } from './export-options.ts';
import { jsonItems } from './json-list.ts';
import { edgesOf, networkOf } from './network/network.ts';

/**
 * Nodes and edges as two lists: what NetworkX's `node_link_graph(data, edges="edges")` reads, D3 and others too. The
 * key of an edge tells it from others between the same two nodes.
 * https://networkx.org/documentation/stable/reference/readwrite/json_graph.html
 */
export function* toNodeLink(graph: KnowledgeGraph, options: ExportOptions = {}): Generator<string> {
  const network = networkOf(graph, options);
  yield `{"directed":${network.directed},"multigraph":true,"graph":{},"nodes":[`;
  yield* jsonItems(nodes());
  yield '],"edges":[';
  yield* jsonItems(edges());
  yield ']}\n';

  function* nodes() {
    for (const key of network.keys) yield { id: key, ...network.node(key).attributes };
  }

  function* edges() {
    for (const { source, target, key, weight, attributes } of edgesOf(network)) {
      yield { source, target, key, weight, ...attributes };
    }
  }
}
