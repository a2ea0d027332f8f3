import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import type { Board } from './leaderboard.ts';
import { isReference } from './references.ts';
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
 * paper says otherwise; it is no exact value ("over 90 %"); a share of another value ("98 % of the original accuracy"); its
 * text names no method or model, or only describes one ("LLM agents"), or what others are measured by ("human experts");
 * more than the whole; or its board ranks nothing.
 */
export type Standing =
  | 'ranked'
  | 'setting'
  | 'other paper'
  | 'bound'
  | 'share'
  | 'unnamed'
  | 'described'
  | 'reference'
  | 'impossible'
  | 'unranked';

/** A value of a subject, with every paper that reports just this. */
export interface RankedRow {
  /** From 1; equal values share one, and the next one is skipped. Null for what is not ranked. */
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly standing: Standing;
  /** Null where the text names none. */
  readonly subject: Named | null;
  readonly value: number;
  readonly label: string;
  readonly qualifier: ReportedResult['qualifier'];
  /** What the value is a share of, where it is one of another value: `the original accuracy`. */
  readonly shareOf: string | null;
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
/** A row with what keeps it from a rank whatever else the board holds; undefined where nothing does. */
type Weighed = Unplaced & { readonly hindrance: Standing | undefined };

/**
 * The rows of a board, the best first, or the newest where nothing can be ranked. A subject has one rank, by its best
 * exact value; its other values stand where they belong, without one. What is said twice is one row with two reports.
 */
export function rankRows(
  graph: KnowledgeGraph,
  head: Head,
  results: readonly ReportedResult[],
): RankedRow[] {
  const rows = gather(graph, head, results).map(
    (row): Weighed => ({ ...row, hindrance: hindranceOf(graph, row, head) }),
  );
  const { better } = head;
  if (better === null) {
    return rows.sort(byPaper).map(({ hindrance, ...row }) => {
      return unranked(row, hindrance && NO_SCORE.has(hindrance) ? hindrance : 'unranked');
    });
  }
  const sign = better === 'higher' ? -1 : 1;
  const byMerit = (a: Unplaced, b: Unplaced) =>
    sign * (a.value - b.value) ||
    Number(isBound(a)) - Number(isBound(b)) ||
    compare(a.subject?.name ?? '~', b.subject?.name ?? '~') ||
    byPaper(a, b);
  const sorted = rows.sort(byMerit);
  const best = new Map<string, Weighed>();
  for (const row of sorted) {
    const key = row.subject?.key;
    if (key !== undefined && !best.has(key) && !row.hindrance) best.set(key, row);
  }
  const leaders = [...best.values()];
  return sorted.map((weighed): RankedRow => {
    const { hindrance, ...row } = weighed;
    const leader = row.subject && best.get(row.subject.key);
    if (leader !== weighed) return unranked(row, hindrance ?? standingBehind(leader, row));
    const rank = 1 + leaders.filter((other) => sign * (other.value - row.value) < 0).length;
    const isTied = leaders.some((other) => other !== weighed && other.value === row.value);
    return { ...row, rank, isTied, standing: 'ranked' };
  });
}

/** Joins what is said of one subject with one value and one qualifier. */
function gather(graph: KnowledgeGraph, head: Head, results: readonly ReportedResult[]): Unplaced[] {
  const rows = new Map<string, Unplaced & { reports: Report[] }>();
  for (const result of results) {
    const { value, label, qualifier, shareOf, paper } = result;
    // The benchmark is not its own competitor.
    const subject = result.subject?.key === head.benchmark.key ? null : result.subject;
    const isOne = subject !== null && !isClass(graph, subject);
    const id = JSON.stringify([
      isOne ? subject.key : { paper: paper.id, of: subject?.key },
      ...[value, qualifier, shareOf],
    ]);
    const row = rows.get(id) ?? { subject, value, label, qualifier, shareOf, reports: [] };
    row.reports.push(toReport(graph, result));
    rows.set(id, row);
  }
  for (const { reports } of rows.values()) reports.sort(byOldest);
  return [...rows.values()];
}

/** "LLM agents" of one paper are not those of another. */
function isClass(graph: KnowledgeGraph, { key }: Named): boolean {
  return entityAt(graph, key)?.classTerm ?? true;
}

/** What is no score of a method or model, whether its board ranks anything or not. */
export const NO_SCORE: ReadonlySet<Standing> = new Set(['share', 'described', 'reference']);

function hindranceOf(graph: KnowledgeGraph, row: Unplaced, head: Head): Standing | undefined {
  if (isImpossible(row, head)) return 'impossible';
  if (row.shareOf) return 'share';
  if (!row.subject) return 'unnamed';
  if (isReference(row.subject.name)) return 'reference';
  if (isClass(graph, row.subject)) return 'described';
  return isBound(row) ? 'bound' : undefined;
}

function toReport(graph: KnowledgeGraph, result: ReportedResult): Report {
  const { paper, subject, benchmark, baseline, evidence, number, confidence, setting } = result;
  const reporter = reporterOf(graph, paper.id, subject?.key, benchmark?.key);
  return { result: result.key, paper, reporter, baseline, evidence, number, confidence, setting };
}

function unranked(row: Unplaced, standing: Standing): RankedRow {
  return { ...row, rank: null, isTied: false, standing };
}

/** Of two exact values of a subject, what the worse one is to the better one. */
function standingBehind(leader: Weighed | null | undefined, { reports }: Unplaced): Standing {
  const papers = new Set(reports.map(({ paper }) => paper.id));
  return leader?.reports.some(({ paper }) => papers.has(paper.id)) ? 'setting' : 'other paper';
}

/** "Over 90 %" says less than a value; an average is one. */
export function isExactValue({ qualifier }: Pick<ReportedResult, 'qualifier'>): boolean {
  return qualifier === null || qualifier === 'average';
}

const isBound = (row: Unplaced): boolean => !isExactValue(row);

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
