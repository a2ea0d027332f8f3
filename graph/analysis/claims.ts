import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Verdict, verdicts } from './contradictions.ts';
import { kinship } from './kin.ts';
import { type Board, leaderboard } from './leaderboard.ts';
import { type NumbersAgainst, ownNumbers } from './own-numbers.ts';
import type { RankedRow } from './rank-rows.ts';
import {
  byNewest,
  type Named,
  named,
  type PaperReference,
  paperReference,
  type ReportedResult,
  reportedResults,
} from './reported-result.ts';
import { type Reporter, reporterOf } from './reporter.ts';

/** All that is said of two methods or models beside each other. */
export interface Comparison {
  readonly a: Named;
  readonly b: Named;
  /** Who says that the first outperforms the second, and the other way round. */
  readonly aWins: readonly Claim[];
  readonly bWins: readonly Claim[];
  /** Who compares them and names no winner. */
  readonly draws: readonly Verdict[];
  /** Boards on which both have a value. */
  readonly boards: readonly SharedBoard[];
  /** Papers other than the winner's own that say that it wins, and whose numbers do not say the contrary. */
  readonly independent: { readonly aWins: number; readonly bWins: number };
}

/** A paper that names a winner, with the numbers that it gives of one against the other. */
export interface Claim extends Verdict {
  readonly margins: readonly ReportedResult[];
}

export interface SharedBoard
  extends Pick<Board, 'benchmark' | 'metric' | 'unit' | 'scale' | 'better'> {
  readonly a: RankedRow;
  readonly b: RankedRow;
  /** Whether one paper reports both, so that both were measured in one way. */
  readonly isOnePaper: boolean;
}

/**
 * Who says that A beats B, where, by how much, and who of them is not A's own paper. A number of A against B counts as such
 * a claim where it is a gain; for any other the text says which is better, and the graph does not.
 */
export function claims(graph: KnowledgeGraph, a: string, b: string): Comparison {
  const numbersAgainst = ownNumbers(graph);
  const aWins = claimsOf(graph, a, b, numbersAgainst);
  const bWins = claimsOf(graph, b, a, numbersAgainst);
  return {
    a: named(graph, a),
    b: named(graph, b),
    aWins,
    bWins,
    draws: drawsOf(graph, a, b),
    boards: sharedBoards(graph, a, b),
    independent: { aWins: independentOf(aWins), bWins: independentOf(bWins) },
  };
}

function claimsOf(
  graph: KnowledgeGraph,
  winner: string,
  loser: string,
  numbersAgainst: NumbersAgainst,
): Claim[] {
  const isFamily = kinship(graph);
  const margins = reportedResults(graph).filter(
    ({ subject, baseline }) =>
      baseline?.key === loser &&
      subject !== null &&
      (subject.key === winner || isFamily(subject.key, winner)),
  );
  const found = verdicts(graph, winner, loser, numbersAgainst).map(
    (verdict): Claim => ({
      ...verdict,
      margins: margins.filter(({ paper }) => paper.id === verdict.paper.id),
    }),
  );
  const known = new Set(found.map(({ paper }) => paper.id));
  const gains = margins.filter(({ paper, kind }) => kind === 'gain' && !known.has(paper.id));
  for (const { paper, evidence } of gains) {
    if (known.has(paper.id)) continue;
    known.add(paper.id);
    const reporter = reporterOf(graph, paper.id, winner, undefined);
    const own = gains.filter((margin) => margin.paper.id === paper.id);
    found.push({ paper, reporter, evidence, against: [], margins: own });
  }
  return found.sort((x, y) => byNewest(x.paper, y.paper));
}

function drawsOf(graph: KnowledgeGraph, a: string, b: string): Verdict[] {
  return graph
    .filterEdges(a, b, (_, { type }) => type === 'COMPARED_WITH')
    .map((edge): Verdict => {
      const { paper, field, start, end } = graph.getEdgeAttributes(edge);
      const reporters = [a, b].map((key) => reporterOf(graph, paper, key, undefined));
      const reporter = (['own', 'sole'] as const).find((one) => reporters.includes(one)) ?? 'other';
      return {
        paper: paperReference(graph, paper),
        reporter,
        evidence: { paper, field, start, end },
        against: [],
      };
    })
    .sort((x, y) => byNewest(x.paper, y.paper));
}

function sharedBoards(graph: KnowledgeGraph, a: string, b: string): SharedBoard[] {
  return leaderboard(graph).flatMap(({ benchmark, metric, kind, unit, scale, better, rows }) => {
    if (kind !== 'absolute') return [];
    const rowOf = (key: string) =>
      rows.find(({ subject, standing }) => subject?.key === key && standing === 'ranked') ??
      rows.find(({ subject }) => subject?.key === key);
    const [first, second] = [rowOf(a), rowOf(b)];
    if (!first || !second) return [];
    const papers = second.reports.map(({ paper }: { paper: PaperReference }) => paper.id);
    const isOnePaper = first.reports.some(({ paper }) => papers.includes(paper.id));
    return [{ benchmark, metric, unit, scale, better, a: first, b: second, isOnePaper }];
  });
}

const independentOf = (all: readonly Claim[]) =>
  new Set(
    all
      .filter(({ reporter, against }) => !PARTIAL.has(reporter) && against.length === 0)
      .map(({ paper }) => paper.id),
  ).size;

/** Who proposes the winner, or may: nobody else names it. */
const PARTIAL: ReadonlySet<Reporter> = new Set(['own', 'sole']);
