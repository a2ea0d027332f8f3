import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { Columns } from '../property-graph/columns.ts';
import type { Cell } from './csv-row.ts';
import type { ExportOptions } from './export-options.ts';
import { edgesOf, networkOf } from './network/network.ts';
import { toCell, toTable } from './table.ts';

/**
 * The edge list as a table, `source,target,type,papers`: a row for all papers that say the same. With `claims` a row a
 * claim with its evidence; of a projection, with what is shared.
 */
export function* toEdgesCsv(graph: KnowledgeGraph, options: ExportOptions = {}): Generator<string> {
  const network = networkOf(graph, options);
  const isPlain = !options.claims && !options.project;
  const columns: Columns = isPlain ? { type: 'text', papers: 'whole' } : network.edgeColumns;
  const header = ['source', 'target', ...Object.keys(columns)];
  yield* toTable(header, rows(), options);

  function* rows(): Generator<Cell[]> {
    for (const { source, target, attributes } of edgesOf(network)) {
      const cells = Object.entries(columns).map(([name, type]) => toCell(attributes[name], type));
      yield [source, target, ...cells];
    }
  }
}
