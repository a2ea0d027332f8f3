import type { Board } from '../../graph/analysis/leaderboard.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { boardsOf } from './boards.ts';

/** Fewer numbers than that are read faster than looked at. */
const LEAST_DOTS = 3;

export interface Dot {
  readonly value: number;
  /** `31.6 %` */
  readonly label: string;
  /** Who reached it, where a text says so. */
  readonly subject: { readonly key: string; readonly name: string } | undefined;
  /** Whether it is the number of what the plot is shown for. */
  readonly isOwn: boolean;
}

/** Numbers of one benchmark and metric on one line. */
export interface Plot {
  readonly board: Board;
  readonly dots: readonly Dot[];
}

/** The boards with enough numbers on which an entity stands, or that are about it; the fullest first. */
export function plotsOf(graph: KnowledgeGraph, key: string): Plot[] {
  return boardsOf(graph)
    .all.flatMap((board) => {
      const isAbout = board.benchmark.key === key || board.metric?.key === key;
      const dots = board.rows
        .filter(({ standing }) => standing !== 'impossible' && standing !== 'share')
        .map(({ value, label, subject }) => ({
          value,
          label,
          subject: subject ?? undefined,
          isOwn: subject?.key === key,
        }));
      const isOn = isAbout || dots.some(({ isOwn }) => isOwn);
      return isOn && dots.length >= LEAST_DOTS ? [{ board, dots }] : [];
    })
    .sort((a, b) => b.dots.length - a.dots.length);
}
