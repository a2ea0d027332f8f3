import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { weightsFrom } from './adjacency-matrix.ts';
import type { ExportedFile, ExportOptions } from './export-options.ts';
import { type Network, networkOf } from './network/network.ts';
import { toTable } from './table.ts';

/**
 * The adjacency matrix without its zeros, in the coordinate format of NIST, with a table that names its rows and one
 * for its columns; both count from 1, as the matrix does. The matrix of a projection is symmetric, and only its lower
 * triangle is written.
 * https://math.nist.gov/MatrixMarket/formats.html
 */
export function* toMatrixMarket(
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): Generator<ExportedFile> {
  const network = networkOf(graph, options);
  yield { name: 'matrix.mtx', pieces: matrix(network) };
  yield { name: 'rows.csv', pieces: names(network, options) };
  yield { name: 'columns.csv', pieces: names(network, options) };
}

function* matrix(network: Network): Generator<string> {
  const { keys, directed } = network;
  const indices = new Map(keys.map((key, index) => [key, index + 1]));
  let count = 0;
  for (const _ of entries(network, indices)) count++;
  yield `%%MatrixMarket matrix coordinate integer ${directed ? 'general' : 'symmetric'}\n`;
  yield `${keys.length} ${keys.length} ${count}\n`;
  for (const [row, column, weight] of entries(network, indices)) {
    yield `${row} ${column} ${weight}\n`;
  }
}

function* entries(
  network: Network,
  indices: ReadonlyMap<string, number>,
): Generator<readonly [row: number, column: number, weight: number]> {
  for (const key of network.keys) {
    const row = indices.get(key) ?? 0;
    const weights = [...weightsFrom(network, key)].sort(([a], [b]) => compare(a, b));
    for (const [target, weight] of weights) {
      const column = indices.get(target) ?? 0;
      if (network.directed || column <= row) yield [row, column, weight];
    }
  }
}

function names(network: Network, options: ExportOptions): Iterable<string> {
  return toTable(['index', 'key', 'type', 'name'], rows(), { ...options, tsv: false });

  function* rows() {
    for (const [at, key] of network.keys.entries()) {
      const { type, label } = network.node(key);
      yield [at + 1, key, type, label];
    }
  }
}
