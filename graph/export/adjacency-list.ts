import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import type { ExportOptions } from './export-options.ts';
import { networkOf } from './network/network.ts';
import { toTable } from './table.ts';

/**
 * A row a node: its key, then those of the nodes that its edges lead to, each once and sorted. It has no header, since
 * its rows differ in length: what Gephi takes for an adjacency list. `simsd,eagle,math-500`
 */
export function* toAdjacencyList(
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): Generator<string> {
  const network = networkOf(graph, options);
  yield* toTable(undefined, rows(), options);

  function* rows() {
    for (const key of network.keys) {
      const targets = new Set(network.edgesFrom(key).map(({ target }) => target));
      yield [key, ...[...targets].sort(compare)];
    }
  }
}
