import { append } from '../append.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { type Board, rememberDirections } from './leaderboard.ts';
import { isExactValue } from './rank-rows.ts';
import {
  type Cited,
  type Named,
  named,
  type ReportedResult,
  reportedResults,
} from './reported-result.ts';

/** Values of two things that one paper reports by one metric on one benchmark, if it names one. */
export interface OwnNumbers extends Pick<Board, 'metric' | 'unit'> {
  readonly benchmark: Named | null;
  readonly better: 'higher' | 'lower';
  /** Of the one that is said to be better, all of them worse. */
  readonly winner: readonly ReportedResult[];
  readonly loser: readonly ReportedResult[];
}

/** A claim that one thing outperforms another, of a paper whose numbers say the contrary. */
export interface RefutedClaim {
  readonly winner: Named;
  readonly loser: Named;
  readonly evidence: Cited;
  readonly numbers: readonly OwnNumbers[];
}

/**
 * Claims that the numbers of their own papers contradict, by paper: every exact value of the one that is said to be better is
 * worse than every one of the other, wherever the paper measures both. Most of them were misread.
 * "Beta (80 %) outperforms Alpha (70 %)", read the wrong way round ->
 * `{ winner: Alpha, loser: Beta, numbers: [{ winner: [70 %], loser: [80 %], better: 'higher' }] }`
 */
export function refutedClaims(graph: KnowledgeGraph): RefutedClaim[] {
  const numbersAgainst = ownNumbers(graph);
  return graph
    .filterEdges((_, { type }) => type === 'OUTPERFORMS')
    .flatMap((edge): RefutedClaim[] => {
      const { paper, field, start, end } = graph.getEdgeAttributes(edge);
      const [winner, loser] = graph.extremities(edge);
      const numbers = numbersAgainst(paper, winner, loser);
      if (numbers.length === 0) return [];
      const ends = { winner: named(graph, winner), loser: named(graph, loser) };
      return [{ ...ends, evidence: { paper, field, start, end }, numbers }];
    })
    .sort(
      (a, b) =>
        compare(a.evidence.paper, b.evidence.paper) ||
        compare(a.winner.key, b.winner.key) ||
        compare(a.loser.key, b.loser.key),
    );
}

/** What the numbers of a paper say against its claim that one thing is better than another; empty where they do not. */
export type NumbersAgainst = (paper: string, winner: string, loser: string) => OwnNumbers[];

export function ownNumbers(graph: KnowledgeGraph): NumbersAgainst {
  const directionOf = rememberDirections(graph);
  const known = new Map<string, ReportedResult[]>();
  const id = (paper: string, subject: string) => JSON.stringify([paper, subject]);
  for (const result of reportedResults(graph)) {
    const { subject, paper, kind, shareOf, metric } = result;
    const isValue = kind === 'absolute' && !shareOf && isExactValue(result);
    if (!subject || !metric || !isValue) continue;
    append(known, id(paper.id, subject.key), result);
  }
  return (paper, winner, loser) => {
    const ours = known.get(id(paper, winner)) ?? [];
    const theirs = known.get(id(paper, loser)) ?? [];
    const shared = [...grouped(ours)].flatMap(([measure, own]) => {
      const others = grouped(theirs).get(measure);
      const [{ benchmark = null, metric = null, unit = null } = {}] = own;
      const { better } = directionOf(metric);
      return others && better
        ? [{ benchmark, metric, unit, better, winner: own, loser: others }]
        : [];
    });
    return shared.every(isWorse) ? shared : [];
  };
}

/** By what they can be compared by. */
function grouped(results: readonly ReportedResult[]): Map<string, ReportedResult[]> {
  const groups = new Map<string, ReportedResult[]>();
  for (const result of results) {
    const { benchmark, metric, unit } = result;
    append(groups, JSON.stringify([benchmark?.key, metric?.key, unit]), result);
  }
  return groups;
}

function isWorse({ better, winner, loser }: OwnNumbers): boolean {
  const sign = better === 'higher' ? 1 : -1;
  const best = Math.max(...winner.map(({ value }) => sign * value));
  return loser.every(({ value }) => sign * value > best);
}
