import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { EntityType } from '../schema.ts';
import { compare } from '../union.ts';
import { type Correspondence, correspond } from './correspond.ts';
import { type Board, leaderboard } from './leaderboard.ts';
import type { RankedRow } from './rank-rows.ts';
import {
  byNewest,
  entityAt,
  type Named,
  named,
  type PaperReference,
  paperReference,
  type ReportedResult,
  reportedResults,
} from './reported-result.ts';

/** What a later graph says that an earlier one does not, and the other way round. */
export interface GraphDiff {
  readonly papers: Change<PaperReference>;
  /** Without class terms ("LLM"). */
  readonly entities: Change<TypedEntity>;
  /** Benchmarks and datasets on which nothing was reported before, with all that is now. */
  readonly firstResults: readonly {
    readonly benchmark: Named;
    readonly results: readonly ReportedResult[];
  }[];
  /** Boards whose best value is beaten. */
  readonly beaten: readonly BeatenBoard[];
  /** Several things that are one now, and one that is several. */
  readonly merged: readonly { readonly before: readonly Named[]; readonly after: Named }[];
  readonly split: readonly { readonly before: Named; readonly after: readonly Named[] }[];
}

export interface Change<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

export interface TypedEntity extends Named {
  readonly type: EntityType;
  readonly papers: number;
}

export interface BeatenBoard
  extends Pick<Board, 'benchmark' | 'metric' | 'unit' | 'scale' | 'better'> {
  readonly before: readonly RankedRow[];
  readonly after: readonly RankedRow[];
}

/**
 * What changed from one graph to another. Who is who is told by the places of mentions, so that a thing whose key changes
 * is no new one, and things that were merged or split are found.
 */
export function diff(before: KnowledgeGraph, after: KnowledgeGraph): GraphDiff {
  const identity = correspond(before, after);
  return {
    papers: changedPapers(before, after),
    entities: {
      added: entities(after, (key) => !identity.before.has(key)),
      removed: entities(before, (key) => !identity.after.has(key)),
    },
    firstResults: firstResults(before, after, identity),
    beaten: beatenBoards(before, after, identity),
    merged: [...identity.before]
      .filter(([, keys]) => keys.length > 1)
      .map(([key, keys]) => ({
        before: keys.map((other) => named(before, other)),
        after: named(after, key),
      })),
    split: [...identity.after]
      .filter(([, keys]) => keys.length > 1)
      .map(([key, keys]) => ({
        before: named(before, key),
        after: keys.map((other) => named(after, other)),
      })),
  };
}

function changedPapers(before: KnowledgeGraph, after: KnowledgeGraph): GraphDiff['papers'] {
  const only = (graph: KnowledgeGraph, other: KnowledgeGraph) =>
    graph
      .nodes()
      .flatMap((key) => {
        const node = graph.getNodeAttributes(key);
        return node.type === 'Paper' && !other.hasNode(key) ? paperReference(graph, node.id) : [];
      })
      .sort(byNewest);
  return { added: only(after, before), removed: only(before, after) };
}

function entities(graph: KnowledgeGraph, belongs: (key: string) => boolean): TypedEntity[] {
  return graph
    .nodes()
    .flatMap((key): TypedEntity[] => {
      const entity = entityAt(graph, key);
      if (!entity || entity.classTerm || !belongs(key)) return [];
      return [{ ...named(graph, key), type: entity.type, papers: entity.papers }];
    })
    .sort((a, b) => b.papers - a.papers || compare(a.key, b.key));
}

function firstResults(
  before: KnowledgeGraph,
  after: KnowledgeGraph,
  identity: Correspondence,
): GraphDiff['firstResults'] {
  const known = new Set(reportedResults(before).flatMap(({ benchmark }) => benchmark?.key ?? []));
  const found = new Map<string, { benchmark: Named; results: ReportedResult[] }>();
  for (const result of reportedResults(after)) {
    const { benchmark } = result;
    if (!benchmark) continue;
    if ((identity.before.get(benchmark.key) ?? []).some((key) => known.has(key))) continue;
    const own = found.get(benchmark.key) ?? { benchmark, results: [] };
    own.results.push(result);
    found.set(benchmark.key, own);
  }
  return [...found.values()].sort(
    (a, b) => b.results.length - a.results.length || compare(a.benchmark.key, b.benchmark.key),
  );
}

function beatenBoards(
  before: KnowledgeGraph,
  after: KnowledgeGraph,
  identity: Correspondence,
): BeatenBoard[] {
  const now = (key: string) => identity.after.get(key)?.[0] ?? key;
  // Boards whose benchmarks or metrics were merged are one now.
  const known = new Map<string, RankedRow[]>();
  for (const board of leaderboard(before)) {
    const id = boardId(board, now);
    known.set(id, [...(known.get(id) ?? []), ...leadersOf(board)]);
  }
  return leaderboard(after).flatMap((board): BeatenBoard[] => {
    const rows = leadersOf(board);
    const earlier = bestOf(known.get(boardId(board, (key) => key)) ?? [], board);
    const [first, second] = [earlier[0], rows[0]];
    if (!first || !second) return [];
    const gain = merit(second, board) - merit(first, board);
    const { benchmark, metric, unit, scale, better } = board;
    return gain > 0
      ? [{ benchmark, metric, unit, scale, better, before: earlier, after: rows }]
      : [];
  });
}

const leadersOf = ({ rows }: Board) => rows.filter(({ rank }) => rank === 1);

/** The rows with the best value. */
function bestOf(rows: readonly RankedRow[], board: Board): RankedRow[] {
  const most = rows.reduce(
    (best, row) => Math.max(best, merit(row, board)),
    Number.NEGATIVE_INFINITY,
  );
  return rows.filter((row) => merit(row, board) === most);
}

const merit = ({ value }: RankedRow, { better }: Board) => (better === 'lower' ? -value : value);

function boardId(
  { benchmark, metric, kind, unit, scale }: Board,
  nameNow: (key: string) => string,
): string {
  return JSON.stringify([
    nameNow(benchmark.key),
    metric && nameNow(metric.key),
    ...[kind, unit, scale],
  ]);
}
