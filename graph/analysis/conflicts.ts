import { append } from '../append.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { type ConflictReason, reasonsBetween } from './conflict-reasons.ts';
import { type Board, leaderboard } from './leaderboard.ts';
import type { RankedRow, Standing } from './rank-rows.ts';
import type { Named, SentenceOf } from './reported-result.ts';

/** Different values of one subject by one metric on one benchmark, of papers none of which gives the value of another. */
export interface Conflict
  extends Pick<Board, 'benchmark' | 'metric' | 'unit' | 'scale' | 'better'> {
  readonly subject: Named;
  /** The greatest value first. */
  readonly values: readonly RankedRow[];
  /** The greatest value less the smallest. */
  readonly spread: number;
  /** What in the texts may explain it; empty where nothing does. */
  readonly reasons: readonly ConflictReason[];
}

export interface ConflictOptions {
  readonly benchmark?: string | undefined;
  readonly subject?: string | undefined;
  /** Sentences to look for reasons in; without it only what the graph holds can explain. */
  readonly sentenceOf?: SentenceOf | undefined;
}

/**
 * Where papers disagree on an absolute value, the widest disagreement first. Several values of one paper are its settings:
 * papers disagree only if no value of the one is, but for rounding, a value of the other.
 * Alpha has 81.5 % on MATH in one paper and 79 % in another -> `{ subject: Alpha, values: [81.5 %, 79 %], spread: 2.5 }`
 */
export function conflicts(
  graph: KnowledgeGraph,
  { benchmark, subject, sentenceOf = () => undefined }: ConflictOptions = {},
): Conflict[] {
  const boards = leaderboard(graph, { benchmark }).filter(({ kind }) => kind === 'absolute');
  return boards
    .flatMap((board) =>
      [...bySubject(board.rows)].flatMap(([key, rows]) =>
        subject === undefined || key === subject ? conflictIn(board, rows, sentenceOf) : [],
      ),
    )
    .sort(
      (a, b) =>
        relativeSpread(b) - relativeSpread(a) ||
        compare(a.benchmark.key, b.benchmark.key) ||
        compare(a.metric?.key ?? '', b.metric?.key ?? '') ||
        compare(a.subject.key, b.subject.key),
    );
}

function bySubject(rows: readonly RankedRow[]): Map<string, RankedRow[]> {
  const groups = new Map<string, RankedRow[]>();
  for (const row of rows) {
    if (!row.subject || NO_VALUE.has(row.standing)) continue;
    append(groups, row.subject.key, row);
  }
  return groups;
}

/** No value of one thing, with which another could disagree. */
const NO_VALUE: ReadonlySet<Standing> = new Set(['impossible', 'share', 'described']);

function conflictIn(board: Board, rows: readonly RankedRow[], sentenceOf: SentenceOf): Conflict[] {
  const papers = [...new Set(rows.flatMap(papersOf))];
  const valuesOf = (paper: string) => rows.filter((row) => papersOf(row).includes(paper));
  const disagreeing = papers.filter((paper) =>
    papers.some((other) => other !== paper && !meet(valuesOf(paper), valuesOf(other))),
  );
  const values = rows
    .filter((row) => papersOf(row).some((paper) => disagreeing.includes(paper)))
    .sort((a, b) => b.value - a.value || compare(a.label, b.label));
  const [first] = values;
  const last = values.at(-1);
  if (!first?.subject || !last) return [];
  const { benchmark, metric, unit, scale, better } = board;
  return [
    {
      ...{ benchmark, metric, unit, scale, better },
      subject: first.subject,
      values,
      spread: Number((first.value - last.value).toPrecision(12)),
      reasons: reasonsBetween(values, metric, sentenceOf),
    },
  ];
}

const papersOf = ({ reports }: RankedRow) => reports.map(({ paper }) => paper.id);

/** Whether two papers may mean one value: they share one, but for rounding, or a bound of one holds for the other. */
function meet(a: readonly RankedRow[], b: readonly RankedRow[]): boolean {
  return a.some((one) => b.some((other) => isOne(one, other)));
}

function isOne(a: RankedRow, b: RankedRow): boolean {
  return isRounded(a, b) || isRounded(b, a) || holds(a, b) || holds(b, a);
}

/** 62.8 is 62.83 rounded. */
function isRounded(a: RankedRow, b: RankedRow): boolean {
  const decimals = String(a.value).split('.')[1]?.length ?? 0;
  return Math.abs(a.value - b.value) <= 0.5 * 10 ** -decimals + Number.EPSILON;
}

/** "Over 90" says nothing against 92, "about 90" nothing against 90.8. */
function holds({ qualifier, value }: RankedRow, other: RankedRow): boolean {
  if (qualifier === 'over') return other.value >= value;
  if (qualifier === 'under' || qualifier === 'up to') return other.value <= value;
  return qualifier === 'about' && Math.abs(other.value - value) <= Math.abs(value) * NEARBY;
}

const NEARBY = 0.02;

/** How far the values are apart, by the greater one. */
function relativeSpread({ values, spread }: Conflict): number {
  const greatest = Math.max(...values.map(({ value }) => Math.abs(value)));
  return greatest === 0 ? 0 : spread / greatest;
}
