import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { RESULT_KINDS, type ResultKind, type Unit } from '../schema.ts';
import { compare } from '../union.ts';
import { type MetricDirection, metricDirection } from './metric-direction.ts';
import { type RankedRow, rankRows } from './rank-rows.ts';
import { entityAt, type Named, type ReportedResult, reportedResults } from './reported-result.ts';

export interface LeaderboardOptions {
  /** The key of a benchmark or dataset; without it, the boards of all. */
  readonly benchmark?: string | undefined;
  /** The key of a metric. */
  readonly metric?: string | undefined;
  /** The key of a task that the benchmark or the subject is for. */
  readonly task?: string | undefined;
  /** Ranks also by metrics of which no rule says whether more is better. */
  readonly better?: 'higher' | 'lower' | undefined;
}

/**
 * Numbers that may be held against each other: the same benchmark, metric, kind, unit and scale. A variant of a benchmark
 * is a benchmark of its own. Only `absolute` values are ranked; gains, reductions and ratios are measured from baselines of
 * their own.
 */
export interface Board {
  readonly benchmark: Named;
  /** Null where the texts name none. */
  readonly metric: Named | null;
  readonly kind: ResultKind;
  readonly unit: Unit | null;
  /** What a share is a share of: 0.85 of 1, 85 and 85 % of 100. Null for all else. */
  readonly scale: 1 | 100 | null;
  readonly better: 'higher' | 'lower' | null;
  /** What says which is better, or why nothing does. */
  readonly because: string;
  readonly rows: readonly RankedRow[];
}

/**
 * The boards of a benchmark, or of all: those with most ranked subjects first, then what cannot be ranked, then
 * gains, reductions and ratios.
 * 60.76 % success rate of CoAct-1 on OSWorld ->
 * `{ benchmark: OSWorld, metric: success rate, unit: '%', better: 'higher', rows: [{ rank: 1, subject: CoAct-1, ... }] }`
 */
export function leaderboard(graph: KnowledgeGraph, options: LeaderboardOptions = {}): Board[] {
  const boards = new Map<string, { head: Head; results: ReportedResult[] }>();
  const directions = rememberDirections(graph);
  const isForTask = taskTest(graph, options.task);
  for (const result of reportedResults(graph)) {
    const { benchmark, metric } = result;
    if (!benchmark || (options.benchmark && benchmark.key !== options.benchmark)) continue;
    if (options.metric && metric?.key !== options.metric) continue;
    if (!isForTask(benchmark) && !isForTask(result.subject)) continue;
    const head = headOf(result, benchmark, directions(metric), options.better);
    const { kind, unit, scale } = head;
    const id = JSON.stringify([benchmark.key, metric?.key ?? null, kind, unit, scale]);
    const board = boards.get(id) ?? { head, results: [] };
    board.results.push(result);
    boards.set(id, board);
  }
  return [...boards.values()]
    .map(({ head, results }) => ({ ...head, rows: rankRows(graph, head, results) }))
    .sort(byWorth);
}

type Head = Omit<Board, 'rows'>;

function headOf(
  { kind, unit, value, metric }: ReportedResult,
  benchmark: Named,
  { better, because, isShare }: MetricDirection,
  otherwise: LeaderboardOptions['better'],
): Head {
  const scale = isShare && kind === 'absolute' ? scaleOf(value, unit) : null;
  const head = { benchmark, metric, kind, unit, scale };
  if (kind !== 'absolute') return { ...head, better: null, because: RELATIVE };
  if (better) return { ...head, better, because };
  if (otherwise) return { ...head, better: otherwise, because: 'as asked for' };
  return { ...head, better, because: metric ? because : 'the texts name no metric' };
}

/** Of a percentage, or of a bare number: nobody reports an accuracy of 1 in 100 without saying so. */
function scaleOf(value: number, unit: Unit | null): Board['scale'] {
  if (unit === '%') return 100;
  if (unit !== null) return null;
  return value <= 1 ? 1 : 100;
}

const RELATIVE = 'measured from baselines of their own';

/** A metric's direction by its name, else by another of its names. */
export function rememberDirections(
  graph: KnowledgeGraph,
): (metric: Named | null) => MetricDirection {
  const known = new Map<string, MetricDirection>();
  return (metric) => {
    const held = known.get(metric?.key ?? '');
    if (held) return held;
    const names = metric ? [metric.name, ...(entityAt(graph, metric.key)?.aliases ?? [])] : [];
    const found = metricDirection(names);
    known.set(metric?.key ?? '', found);
    return found;
  };
}

/** Whether something is for the task: it or its papers say so. */
function taskTest(graph: KnowledgeGraph, task: string | undefined): (of: Named | null) => boolean {
  if (task === undefined) return () => true;
  const solvers = new Set(
    graph
      .filterInEdges(task, (_, { type }) => type === 'ADDRESSES')
      .map((edge) => graph.source(edge)),
  );
  return (of) => of !== null && solvers.has(of.key);
}

function byWorth(a: Board, b: Board): number {
  return (
    RESULT_KINDS.indexOf(a.kind) - RESULT_KINDS.indexOf(b.kind) ||
    rankedOn(b) - rankedOn(a) ||
    b.rows.length - a.rows.length ||
    compare(a.benchmark.key, b.benchmark.key) ||
    compare(a.metric?.key ?? '~', b.metric?.key ?? '~') ||
    compare(a.unit ?? '', b.unit ?? '') ||
    (a.scale ?? 0) - (b.scale ?? 0)
  );
}

/** How many subjects a board ranks. */
export function rankedOn({ rows }: Pick<Board, 'rows'>): number {
  return rows.filter(({ standing }) => standing === 'ranked').length;
}
