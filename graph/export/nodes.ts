import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { ExportOptions } from './export-options.ts';
import { networkOf } from './network/network.ts';
import { toCell, toTable } from './table.ts';

/** The nodes as a table, a row each, with all their attributes: `key,type,name,aliases,papers,firstSeen,...`. */
export function* toNodesCsv(graph: KnowledgeGraph, options: ExportOptions = {}): Generator<string> {
  const network = networkOf(graph, options);
  const columns = Object.entries(network.nodeColumns);
  yield* toTable(['key', ...columns.map(([name]) => name)], rows(), options);

  function* rows() {
    for (const key of network.keys) {
      const { attributes } = network.node(key);
      yield [key, ...columns.map(([name, type]) => toCell(attributes[name], type))];
    }
  }
}
