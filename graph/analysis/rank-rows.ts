import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import type { Board } from './leaderboard.ts';
import {
  byNewest,
  type Cited,
  entityAt,
  type Named,
  type PaperReference,
  type ReportedResult,
} from './reported-result.ts';
import { type Reporter, reporterOf } from './reporter.ts';

/**
 * Where a value stands: it bears the subject's rank; it is another setting of a paper that has a better value; another
 * paper says otherwise; it is no exact value ("over 90 %"); its text names no method or model; more than the whole; or
 * its board ranks nothing.
 */
export type Standing =
  | 'ranked'
  | 'setting'
  | 'other paper'
  | 'bound'
  | 'unnamed'
  | 'impossible'
  | 'unranked';

/** A value of a subject, with every paper that reports just this. */
export interface RankedRow {
  /** From 1; equal values share one, and the next one is skipped. Null for what is not ranked. */
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly standing: Standing;
  /** Null where the text names none, or only a class of things ("LLMs"). */
  readonly subject: Named | null;
  readonly value: number;
  readonly label: string;
  readonly qualifier: ReportedResult['qualifier'];
  /** The earliest paper first. */
  readonly reports: readonly Report[];
}

export interface Report {
  /** The key of the result. */
  readonly result: string;
  readonly paper: PaperReference;
  readonly reporter: Reporter;
  readonly baseline: Named | null;
  readonly evidence: Cited;
  readonly number: Cited;
  readonly confidence: number;
  /** The words that condition it: `under the interactive protocol`. */
  readonly setting: string | null;
}

type Head = Pick<Board, 'benchmark' | 'better' | 'scale'>;
type Unplaced = Omit<RankedRow, 'rank' | 'isTied' | 'standing'>;

/**
 * The rows of a board, the best first, or the newest where nothing can be ranked. A subject has one rank, by its best
 * exact value; its other values stand where they belong, without one. What is said twice is one row with two reports.
 */
export function rankRows(
  graph: KnowledgeGraph,
  head: Head,
  results: readonly ReportedResult[],
): RankedRow[] {
  const rows = gather(graph, head, results);
  const { better } = head;
  if (better === null) return rows.sort(byPaper).map((row) => unranked(row, 'unranked'));
  const sign = better === 'higher' ? -1 : 1;
  const byMerit = (a: Unplaced, b: Unplaced) =>
    sign * (a.value - b.value) ||
    Number(isBound(a)) - Number(isBound(b)) ||
    compare(a.subject?.name ?? '~', b.subject?.name ?? '~') ||
    byPaper(a, b);
  const sorted = rows.sort(byMerit);
  const best = new Map<string, Unplaced>();
  for (const row of sorted) {
    const key = row.subject?.key;
    if (key !== undefined && !best.has(key) && isExact(row, head)) best.set(key, row);
  }
  const leaders = [...best.values()];
  return sorted.map((row): RankedRow => {
    const leader = row.subject && best.get(row.subject.key);
    if (leader !== row) return unranked(row, standingOf(row, leader ?? undefined, head));
    const rank = 1 + leaders.filter((other) => sign * (other.value - row.value) < 0).length;
    const isTied = leaders.some((other) => other !== row && other.value === row.value);
    return { ...row, rank, isTied, standing: 'ranked' };
  });
}

/** Joins what is said of one subject with one value and one qualifier. */
function gather(graph: KnowledgeGraph, head: Head, results: readonly ReportedResult[]): Unplaced[] {
  const rows = new Map<string, Unplaced & { reports: Report[] }>();
  for (const result of results) {
    const { value, label, qualifier, paper } = result;
    const subject = rankable(graph, result.subject, head);
    const id = JSON.stringify([subject?.key ?? { paper: paper.id }, value, qualifier]);
    const row = rows.get(id) ?? { subject, value, label, qualifier, reports: [] };
    row.reports.push(toReport(graph, result));
    rows.set(id, row);
  }
  for (const { reports } of rows.values()) reports.sort(byOldest);
  return [...rows.values()];
}

/** A method or model of its own. The benchmark is not its own competitor, and "LLMs" are no single one. */
function rankable(graph: KnowledgeGraph, subject: Named | null, head: Head): Named | null {
  if (!subject || subject.key === head.benchmark.key) return null;
  const entity = entityAt(graph, subject.key);
  return entity && !entity.classTerm ? subject : null;
}

function toReport(graph: KnowledgeGraph, result: ReportedResult): Report {
  const { paper, subject, benchmark, baseline, evidence, number, confidence, setting } = result;
  const reporter = reporterOf(graph, paper.id, subject?.key, benchmark?.key);
  return { result: result.key, paper, reporter, baseline, evidence, number, confidence, setting };
}

function unranked(row: Unplaced, standing: Standing): RankedRow {
  return { ...row, rank: null, isTied: false, standing };
}

function standingOf(row: Unplaced, leader: Unplaced | undefined, head: Head): Standing {
  if (isImpossible(row, head)) return 'impossible';
  if (!row.subject) return 'unnamed';
  if (isBound(row)) return 'bound';
  const papers = new Set(row.reports.map(({ paper }) => paper.id));
  return leader?.reports.some(({ paper }) => papers.has(paper.id)) ? 'setting' : 'other paper';
}

function isExact(row: Unplaced, head: Head): boolean {
  return !isBound(row) && !isImpossible(row, head);
}

/** "Over 90 %" says less than a value; an average is one. */
function isBound({ qualifier }: Pick<Unplaced, 'qualifier'>): boolean {
  return qualifier !== null && qualifier !== 'average';
}

/** More than all of it: the number was misread. */
function isImpossible({ value }: Unplaced, { scale }: Head): boolean {
  return scale !== null && value > scale;
}

function byPaper(a: Unplaced, b: Unplaced): number {
  const [first, second] = [a.reports[0], b.reports[0]];
  return (
    (first && second ? byNewest(first.paper, second.paper) : 0) ||
    compare(first?.result ?? '', second?.result ?? '')
  );
}

function byOldest(a: Report, b: Report): number {
  return (
    compare(a.paper.date ?? '~', b.paper.date ?? '~') ||
    compare(a.paper.id, b.paper.id) ||
    a.number.start - b.number.start
  );
}
