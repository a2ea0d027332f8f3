import { append } from '../append.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { rowsBeyond } from './beyond.ts';
import { type Board, rankedOn } from './leaderboard.ts';
import { NO_SCORE, type RankedRow } from './rank-rows.ts';
import { entityAt, type Named } from './reported-result.ts';

/** What is reported on a benchmark or dataset. */
export interface BenchmarkSummary {
  readonly benchmark: Named;
  readonly type: 'Benchmark' | 'Dataset';
  /** Reported numbers, of every kind. */
  readonly results: number;
  /** Papers that report them. */
  readonly papers: number;
  /** Methods and models that have an absolute value on it. */
  readonly subjects: number;
  /** The most methods and models that one board of it ranks. */
  readonly compared: number;
  /** The board that ranks most, and who leads it; null where nothing is ranked. */
  readonly leader: {
    readonly metric: Named | null;
    readonly rows: readonly RankedRow[];
    /** Higher percentages on it that name no metric, so that it leads only those that name one. */
    readonly beyond: readonly RankedRow[];
  } | null;
}

/** The benchmarks of boards: those where most can be compared first, then those with most results. */
export function summarizeBenchmarks(
  graph: KnowledgeGraph,
  boards: readonly Board[],
): BenchmarkSummary[] {
  const byBenchmark = new Map<string, Board[]>();
  for (const board of boards) append(byBenchmark, board.benchmark.key, board);
  return [...byBenchmark.values()]
    .flatMap((own) => summarize(graph, own))
    .sort(
      (a, b) =>
        b.compared - a.compared ||
        b.results - a.results ||
        b.papers - a.papers ||
        compare(a.benchmark.key, b.benchmark.key),
    );
}

function summarize(graph: KnowledgeGraph, boards: readonly Board[]): BenchmarkSummary[] {
  const [widest] = [...boards].sort((a, b) => rankedOn(b) - rankedOn(a));
  if (!widest) return [];
  const { benchmark, metric } = widest;
  const rows = boards.flatMap((board) => board.rows);
  const reports = rows.flatMap((row) => row.reports);
  const absolute = boards.filter(({ kind }) => kind === 'absolute').flatMap((board) => board.rows);
  const competing = absolute.filter(({ standing }) => !NO_SCORE.has(standing));
  const first = widest.rows.filter(({ rank }) => rank === 1);
  return [
    {
      benchmark,
      type: entityAt(graph, benchmark.key)?.type === 'Dataset' ? 'Dataset' : 'Benchmark',
      results: reports.length,
      papers: new Set(reports.map(({ paper }) => paper.id)).size,
      subjects: new Set(competing.flatMap(({ subject }) => subject?.key ?? [])).size,
      compared: rankedOn(widest),
      leader: first.length > 0 ? { metric, rows: first, beyond: rowsBeyond(widest, boards) } : null,
    },
  ];
}
