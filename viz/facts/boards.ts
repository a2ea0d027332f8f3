import { type BenchmarkSummary, summarizeBenchmarks } from '../../graph/analysis/benchmarks.ts';
import { type Board, leaderboard } from '../../graph/analysis/leaderboard.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { kindName } from '../words.ts';

export interface Boards {
  readonly all: readonly Board[];
  readonly benchmarks: readonly BenchmarkSummary[];
}

const known = new WeakMap<KnowledgeGraph, Boards>();

/** All boards of a graph, worked out once: they stand in the panel, in the overview and in the leaderboard. */
export function boardsOf(graph: KnowledgeGraph): Boards {
  const before = known.get(graph);
  if (before) return before;
  const all = leaderboard(graph);
  const boards = { all, benchmarks: summarizeBenchmarks(graph, all) };
  known.set(graph, boards);
  return boards;
}

/** `accuracy (%)`, `accuracy, gain (%)`, `no metric named` */
export function boardName({ metric, kind, unit, scale }: Board): string {
  const measured = metric?.name ?? 'no metric named';
  const name = kind === 'absolute' ? measured : `${measured}, ${kindName(kind)}`;
  const measure = unit ?? (scale === null ? '' : `of ${scale}`);
  return measure ? `${name} (${measure})` : name;
}
