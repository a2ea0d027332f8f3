import { stringify } from 'csv-stringify/sync';
import { aggregateEdges } from '../adjacency.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';

/** Rows that are written at once. */
const BATCH = 1000;

/** The edge list as CSV (RFC 4180), `source,target,type,papers`: a row for all papers that say the same. */
export function* toEdgesCsv(graph: KnowledgeGraph): Generator<string> {
  yield stringify([['source', 'target', 'type', 'papers']]);
  const edges = aggregateEdges(graph);
  for (let start = 0; start < edges.length; start += BATCH) {
    yield stringify(
      edges
        .slice(start, start + BATCH)
        .map(({ source, target, type, papers }) => [source, target, type, papers]),
    );
  }
}
