import type { Board } from '../../graph/analysis/leaderboard.ts';
import { type MatrixCell, matrix } from '../../graph/analysis/matrix.ts';
import type { Library } from '../library.ts';
import { boardName, boardsOf } from './boards.ts';

/** What the abstracts say of a method on a benchmark. */
export interface Cell {
  /** The best value on the board with most methods; nothing where it was tested without a number that can be ranked. */
  readonly label: string | undefined;
  /** The key of its result. */
  readonly result: string | undefined;
  /** 1 for the best of its board, 0 for the last; nothing where nothing is ranked beside it. */
  readonly merit: number | undefined;
  /** `success rate (%), rank 2 of 9` */
  readonly words: string;
}

/** Methods and models by benchmarks and datasets, those with most cells first. */
export interface TestMatrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  cell(row: string, column: string): Cell | undefined;
}

const TYPES = { rows: ['Method', 'Model'], columns: ['Benchmark', 'Dataset'] } as const;

/** What was tested on what, of the nodes that are shown. Who has no cell has no row. */
export function matrixOf({ graph }: Library, shown: ReadonlySet<string>): TestMatrix {
  const whole = matrix(graph, TYPES);
  const boards = widestBoards(boardsOf(graph).all);
  const cells = new Map<string, Map<string, Cell>>();
  const columns = whole.columns.filter(({ key }) => shown.has(key)).map(({ key }) => key);
  const filled = new Set<string>();
  for (const [number, { key }] of whole.rows.entries()) {
    if (!shown.has(key)) continue;
    const line = new Map<string, Cell>();
    for (const [at, said] of whole.cells[number]?.entries() ?? []) {
      const column = whole.columns[at]?.key;
      if (!said || column === undefined || !shown.has(column)) continue;
      line.set(column, toCell(said, key, boards.get(column)));
      filled.add(column);
    }
    if (line.size > 0) cells.set(key, line);
  }
  return {
    rows: [...cells.keys()],
    columns: columns.filter((column) => filled.has(column)),
    cell: (row, column) => cells.get(row)?.get(column),
  };
}

/** The board of each benchmark that ranks most; boards come in that order. */
function widestBoards(boards: readonly Board[]): Map<string, Board> {
  const widest = new Map<string, Board>();
  for (const board of boards) {
    const { key } = board.benchmark;
    if (board.better !== null && !widest.has(key)) widest.set(key, board);
  }
  return widest;
}

function toCell({ best, papers }: MatrixCell, subject: string, board: Board | undefined): Cell {
  const row = board?.rows.find((row) => row.subject?.key === subject && row.standing === 'ranked');
  if (!best || !board || !row) {
    const words = `tested, without a score to rank: ${papers.join(', ')}`;
    return { label: undefined, result: undefined, merit: undefined, words };
  }
  const ranks = board.rows.flatMap(({ rank }) => rank ?? []);
  const last = Math.max(...ranks);
  const isRanked = best.rank !== null && ranks.length > 1;
  return {
    label: best.label,
    result: row.reports[0]?.result,
    merit: isRanked && best.rank !== null ? 1 - (best.rank - 1) / Math.max(1, last - 1) : undefined,
    words: isRanked
      ? `${boardName(board)}, rank ${best.rank} of ${ranks.length}`
      : boardName(board),
  };
}
