import { type BenchmarkSummary, summarizeBenchmarks } from '../../graph/analysis/benchmarks.ts';
import { type Conflict, conflicts } from '../../graph/analysis/conflicts.ts';
import type { Board } from '../../graph/analysis/leaderboard.ts';
import { rankRows } from '../../graph/analysis/rank-rows.ts';
import { type ReportedResult, reportedResults } from '../../graph/analysis/reported-result.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Library } from '../library.ts';
import { FAILS, type Judged } from '../narrow/shown.ts';
import type { State } from '../state.ts';
import { boardsOf } from './boards.ts';

/** What the filters leave of some boards, ranked anew, and how many of their numbers that is. */
export interface NarrowedBoards {
  /** Those on which a number is left. */
  readonly boards: readonly Board[];
  readonly numbers: number;
  /** How many there are without any filter. */
  readonly of: number;
}

type Judgement = { readonly state: Pick<State, 'filters'>; readonly judged: Judged };

/**
 * Boards of the numbers that the filters let through: those of papers that count, of methods and models that are shown.
 * Numbers are no layer here, and which benchmarks are drawn does not matter to one that was asked for.
 */
export function narrowBoards(
  library: Library,
  judgement: Judgement,
  boards: readonly Board[],
): NarrowedBoards {
  const counts = countingTest(library, judgement);
  const results = resultsOf(library.graph);
  let [numbers, of] = [0, 0];
  const narrowed = boards.flatMap((board) => {
    const all = board.rows.flatMap(({ reports }) => reports.map(({ result }) => result));
    const left = all.filter(counts);
    of += all.length;
    numbers += left.length;
    if (left.length === 0) return [];
    if (left.length === all.length) return [board];
    const kept = left.sort().flatMap((key) => results.get(key) ?? []);
    return [{ ...board, rows: rankRows(library.graph, board, kept) }];
  });
  return { boards: narrowed, numbers, of };
}

/** The benchmarks that the filters let through, by the numbers that they let through. */
export function narrowBenchmarks(
  library: Library,
  judgement: Judgement,
): Pick<NarrowedBoards, 'numbers' | 'of'> & { readonly benchmarks: readonly BenchmarkSummary[] } {
  const { graph, index } = library;
  const { all } = boardsOf(graph);
  const isShown = (key: string) => judgement.judged.fails[index.numberOf(key) ?? -1] === 0;
  const { boards, numbers } = narrowBoards(
    library,
    judgement,
    all.filter(({ benchmark }) => isShown(benchmark.key)),
  );
  const of = all.flatMap(({ rows }) => rows).reduce((sum, { reports }) => sum + reports.length, 0);
  return { benchmarks: summarizeBenchmarks(graph, boards), numbers, of };
}

/** Where papers that count disagree on a benchmark. */
export function narrowConflicts(
  library: Library,
  judgement: Judgement,
  benchmark: string,
): Conflict[] {
  const counts = countingTest(library, judgement);
  return conflicts(library.graph, { benchmark }).flatMap((conflict) => {
    const values = conflict.values.flatMap((row) => {
      const reports = row.reports.filter(({ result }) => counts(result));
      return reports.length > 0 ? [{ ...row, reports }] : [];
    });
    return values.length > 1 ? [{ ...conflict, values }] : [];
  });
}

/** Whether a number counts: its paper does, and so does what it is about. */
function countingTest(
  { graph, index }: Library,
  { state: { filters }, judged: { fails } }: Judgement,
): (result: string) => boolean {
  const results = resultsOf(graph);
  const failsOf = (key: string) => fails[index.numberOf(key) ?? -1] ?? 0;
  return (key) => {
    if ((failsOf(key) & ~FAILS.type) !== 0) return false;
    const subject = results.get(key)?.subject;
    // What has no name is named by no number of papers.
    return subject ? failsOf(subject.key) === 0 : filters.leastPapers === 1;
  };
}

const known = new WeakMap<KnowledgeGraph, ReadonlyMap<string, ReportedResult>>();

/** The numbers of a graph by their keys, worked out once: every step of a filter asks for them. */
function resultsOf(graph: KnowledgeGraph): ReadonlyMap<string, ReportedResult> {
  const before = known.get(graph);
  if (before) return before;
  const results = new Map(reportedResults(graph).map((result) => [result.key, result]));
  known.set(graph, results);
  return results;
}
