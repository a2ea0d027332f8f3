import type { RankedRow } from '../../graph/analysis/rank-rows.ts';
import type { Library } from '../library.ts';
import { boardName, boardsOf } from './boards.ts';

/** What the abstracts say of a method on a benchmark. */
export interface Cell {
  /** The best value on the board with most methods; nothing where it was tested without a number that can be ranked. */
  readonly label: string | undefined;
  /** The key of its result. */
  readonly result: string | undefined;
  /** 1 for the best of its board, 0 for the last; nothing where nothing is ranked. */
  readonly merit: number | undefined;
  /** `success rate (%), rank 2 of 9` */
  readonly words: string;
}

export interface Matrix {
  /** Methods and models, those with most cells first. */
  readonly rows: readonly string[];
  /** Benchmarks and datasets, likewise. */
  readonly columns: readonly string[];
  cell(row: string, column: string): Cell | undefined;
}

/** Methods by benchmarks, for the nodes that are shown. Who has no cell has no row. */
export function matrixOf({ graph, index }: Library, shown: ReadonlySet<string>): Matrix {
  const cells = new Map<string, Map<string, Cell>>();
  const put = (row: string, column: string, cell: Cell) => {
    if (!shown.has(row) || !shown.has(column)) return;
    const line = cells.get(row) ?? new Map<string, Cell>();
    cells.set(row, line);
    // The first is from the board with most methods.
    if (!line.has(column)) line.set(column, cell);
  };
  for (const board of boardsOf(graph).all) {
    if (board.kind !== 'absolute') continue;
    const ranks = board.rows.flatMap(({ rank }) => rank ?? []);
    for (const row of board.rows) {
      if (!row.subject || row.standing === 'impossible') continue;
      put(row.subject.key, board.benchmark.key, cellOf(row, boardName(board), ranks));
    }
  }
  for (const { source, type, target } of index.links) {
    if (type !== 'EVALUATED_ON') continue;
    const words = 'tested, without a score in these abstracts';
    put(source, target, { label: undefined, result: undefined, merit: undefined, words });
  }
  const filled = new Map<string, number>();
  for (const line of cells.values()) {
    for (const column of line.keys()) filled.set(column, (filled.get(column) ?? 0) + 1);
  }
  const byAmount = (amount: (key: string) => number) => (a: string, b: string) =>
    amount(b) - amount(a) || (a < b ? -1 : 1);
  return {
    rows: [...cells.keys()].sort(byAmount((key) => cells.get(key)?.size ?? 0)),
    columns: [...filled.keys()].sort(byAmount((key) => filled.get(key) ?? 0)),
    cell: (row, column) => cells.get(row)?.get(column),
  };
}

function cellOf(row: RankedRow, board: string, ranks: readonly number[]): Cell {
  const { rank, label, reports } = row;
  const isRanked = rank !== null && ranks.length > 1;
  const last = Math.max(...ranks, 1);
  return {
    label,
    result: reports[0]?.result,
    merit: isRanked ? 1 - (rank - 1) / Math.max(1, last - 1) : undefined,
    words: isRanked ? `${board}, rank ${rank} of ${ranks.length}` : board,
  };
}
