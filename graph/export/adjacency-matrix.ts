import { ExportError } from '../errors.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { ExportOptions } from './export-options.ts';
import { type Network, networkOf } from './network/network.ts';
import { toTable } from './table.ts';

/** Cells of the largest matrix that is written with all its zeros: 5,000 nodes, a file of 50 MB. */
export const MOST_CELLS = 25_000_000;

/**
 * A table of all nodes by all nodes: how many papers join the one of the row to the one of the column, summed over the
 * types of edges; of a projection, how many nodes both share.
 * @throws ExportError where it would have more than `MOST_CELLS` cells
 */
export function* toAdjacencyMatrix(
  graph: KnowledgeGraph,
  options: ExportOptions = {},
): Generator<string> {
  const network = networkOf(graph, options);
  expectSize(network);
  yield* toTable(['', ...network.keys], rows(), options);

  function* rows() {
    for (const key of network.keys) {
      const weights = weightsFrom(network, key);
      yield [key, ...network.keys.map((target) => weights.get(target) ?? 0)];
    }
  }
}

/** What the edges between a node and each other one weigh together. */
export function weightsFrom(network: Network, key: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { target, weight } of network.edgesFrom(key)) {
    weights.set(target, (weights.get(target) ?? 0) + weight);
  }
  return weights;
}

function expectSize({ keys: { length } }: Network): void {
  const cells = length ** 2;
  if (cells <= MOST_CELLS) return;
  throw new ExportError(
    `a matrix of ${format(length)} nodes has ${format(cells)} cells, and at most ${format(MOST_CELLS)} are written; write --format matrix-market, which leaves out the zeros, or ask for a part with --types, --min-papers or --around`,
  );
}

const format = (number: number) => number.toLocaleString('en');
