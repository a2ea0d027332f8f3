import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type EntityType, fits } from '../schema.ts';
import { compare } from '../union.ts';
import { type Board, leaderboard } from './leaderboard.ts';
import type { RankedRow } from './rank-rows.ts';
import { entityAt, type Named, named, reportedResults } from './reported-result.ts';

export interface MatrixOptions {
  readonly rows: readonly EntityType[];
  readonly columns: readonly EntityType[];
  /** So many columns at most, the fullest, and so many rows, those that fill most of these columns; all by default. */
  readonly maxRows?: number | undefined;
  readonly maxColumns?: number | undefined;
  /** What makes a row full: values that can be compared, or any word of the pair. */
  readonly values?: 'best' | 'papers' | undefined;
}

/** What papers say of pairs of things. */
export interface Matrix {
  readonly rows: readonly Named[];
  readonly columns: readonly MatrixColumn[];
  /** By row, then column; null where no abstract here says anything of the two. */
  readonly cells: readonly (readonly (MatrixCell | null)[])[];
  /** How many rows and columns there are, shown or not. */
  readonly allRows: number;
  readonly allColumns: number;
}

export interface MatrixColumn extends Named {
  /** By what the best values of this column are comparable: its board that ranks most; null where nothing is ranked. */
  readonly measure: Pick<Board, 'metric' | 'unit' | 'scale' | 'better'> | null;
}

export interface MatrixCell {
  /** The papers that say so, sorted. */
  readonly papers: readonly string[];
  /** The best exact value by the measure of the column. */
  readonly best: Pick<RankedRow, 'value' | 'label' | 'rank'> | null;
}

/**
 * What was tested on what, or any two types that relations join: a cell holds the papers that relate the two, by a
 * relation in either direction or by a number; of a method and a benchmark only those that tested the one on the other. Class terms ("LLM") are left out.
 * Alpha EVALUATED_ON MATH in two papers, one with 81.5 % ->
 * `{ papers: ['1', '2'], best: { value: 81.5, label: '81.5 %', rank: 1 } }`
 */
export function matrix(graph: KnowledgeGraph, options: MatrixOptions): Matrix {
  const papers = pairs(graph, options);
  const testers = new Map<string, number>();
  for (const row of papers.values()) {
    for (const column of row.keys()) testers.set(column, (testers.get(column) ?? 0) + 1);
  }
  const allColumns = inOrderOf(testers.keys(), (column) => [testers.get(column) ?? 0]);
  const columns = allColumns.slice(0, options.maxColumns);
  const measures = measuresOf(graph);
  const best = bestValues(measures);
  const counts = fullness(columns, papers, best);
  const filled = [...counts].flatMap(([row, { said }]) => (said > 0 ? [row] : []));
  const inOrder = inOrderOf(filled, (row) => {
    const { said = 0, measured = 0 } = counts.get(row) ?? {};
    return options.values === 'best' ? [measured, said] : [said, measured];
  });
  const rows = inOrder.slice(0, options.maxRows);
  return {
    rows: rows.map((key) => named(graph, key)),
    columns: columns.map((key) => ({
      ...named(graph, key),
      measure: measureOf(measures.get(key)),
    })),
    cells: rows.map((row) =>
      columns.map((column) => {
        const said = papers.get(row)?.get(column);
        const value = best.get(column)?.get(row) ?? null;
        return said ? { papers: [...said].sort(compare), best: value } : null;
      }),
    ),
    allRows: papers.size,
    allColumns: allColumns.length,
  };
}

export type PairedPapers = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Of each row, the columns that something joins it to, with the papers that do. */
export function pairs(graph: KnowledgeGraph, { rows, columns }: MatrixOptions): PairedPapers {
  const found = new Map<string, Map<string, Set<string>>>();
  const isOf = (key: string, types: readonly EntityType[]) => {
    const entity = entityAt(graph, key);
    return entity !== undefined && !entity.classTerm && types.includes(entity.type);
  };
  const isTest = (a: string, b: string) => {
    const ends = [a, b].map((key) => entityAt(graph, key)?.type);
    return (
      ends.some((type) => type && fits('subject', type)) &&
      ends.some((type) => type && fits('benchmark', type))
    );
  };
  const add = (row: string, column: string, paper: string) => {
    if (row === column || !isOf(row, rows) || !isOf(column, columns)) return;
    const own = found.get(row) ?? new Map<string, Set<string>>();
    own.set(column, (own.get(column) ?? new Set()).add(paper));
    found.set(row, own);
  };
  graph.forEachEdge((_, { type, paper }, source, target) => {
    if (type === 'VARIANT_OF') return;
    // What a method was trained on, or what uses it, was not tested with it.
    if (type !== 'EVALUATED_ON' && isTest(source, target)) return;
    add(source, target, paper);
    add(target, source, paper);
  });
  for (const { subject, benchmark, metric, paper } of reportedResults(graph)) {
    for (const [a, b] of [
      [subject, benchmark],
      [subject, metric],
      [benchmark, metric],
    ]) {
      if (!a || !b) continue;
      add(a.key, b.key, paper.id);
      add(b.key, a.key, paper.id);
    }
  }
  return found;
}

interface Fullness {
  /** Columns of which anything is said, and columns with a value that can be compared. */
  said: number;
  measured: number;
}

/** How full each row is. It looks at what is there: most pairs of a large library are empty. */
function fullness(
  columns: readonly string[],
  papers: PairedPapers,
  best: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): ReadonlyMap<string, Fullness> {
  const shown = new Set(columns);
  const counts = new Map<string, Fullness>();
  for (const [row, own] of papers) {
    let said = 0;
    for (const column of own.keys()) if (shown.has(column)) said += 1;
    counts.set(row, { said, measured: 0 });
  }
  for (const column of columns) {
    for (const row of best.get(column)?.keys() ?? []) {
      const own = counts.get(row);
      if (own) own.measured += 1;
    }
  }
  return counts;
}

/** Those with the greatest first number first, of equals those with the greatest second. */
function inOrderOf(keys: Iterable<string>, numbers: (key: string) => readonly number[]): string[] {
  return [...keys]
    .map((key) => ({ key, counts: numbers(key) }))
    .sort(
      (a, b) =>
        a.counts.reduce((order, count, at) => order || (b.counts[at] ?? 0) - count, 0) ||
        compare(a.key, b.key),
    )
    .map(({ key }) => key);
}

/** The board of each benchmark that ranks most subjects. */
function measuresOf(graph: KnowledgeGraph): Map<string, Board> {
  const widest = new Map<string, Board>();
  // Boards come with those first that rank most.
  for (const board of leaderboard(graph)) {
    const { key } = board.benchmark;
    if (board.better !== null && !widest.has(key)) widest.set(key, board);
  }
  return widest;
}

function measureOf(board: Board | undefined): MatrixColumn['measure'] {
  if (!board) return null;
  const { metric, unit, scale, better } = board;
  return { metric, unit, scale, better };
}

/** By benchmark, then subject. */
function bestValues(
  boards: ReadonlyMap<string, Board>,
): Map<string, Map<string, NonNullable<MatrixCell['best']>>> {
  return new Map(
    [...boards].map(([key, { rows }]) => {
      const ranked = rows.flatMap(({ subject, standing, value, label, rank }) =>
        subject && standing === 'ranked' ? [[subject.key, { value, label, rank }] as const] : [],
      );
      return [key, new Map(ranked)];
    }),
  );
}
