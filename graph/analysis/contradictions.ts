import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { type NumbersAgainst, type OwnNumbers, ownNumbers } from './own-numbers.ts';
import {
  type Cited,
  type Named,
  named,
  type PaperReference,
  paperReference,
} from './reported-result.ts';
import { type Reporter, reporterOf } from './reporter.ts';

/** Two methods or models of which each is said to outperform the other. */
export interface Contradiction {
  readonly a: Named;
  readonly b: Named;
  /** Who says that the first outperforms the second. */
  readonly aWins: readonly Verdict[];
  readonly bWins: readonly Verdict[];
}

/** A paper that says which of two is better. */
export interface Verdict {
  readonly paper: PaperReference;
  /** Whose paper it is: the winner's own, or any other. */
  readonly reporter: Reporter;
  readonly evidence: Cited;
  /** What the paper's own numbers say to the contrary. */
  readonly against: readonly OwnNumbers[];
}

/** Comparisons that papers disagree on, those with most papers first. */
export function contradictions(graph: KnowledgeGraph): Contradiction[] {
  const found = new Map<string, Contradiction>();
  const numbersAgainst = ownNumbers(graph);
  graph.forEachDirectedEdge((_, { type }, source, target) => {
    if (type !== 'OUTPERFORMS' || compare(source, target) >= 0) return;
    const id = JSON.stringify([source, target]);
    if (found.has(id)) return;
    const [aWins, bWins] = disagreeing(
      verdicts(graph, source, target, numbersAgainst),
      verdicts(graph, target, source, numbersAgainst),
    );
    if (aWins.length === 0 || bWins.length === 0) return;
    found.set(id, { a: named(graph, source), b: named(graph, target), aWins, bWins });
  });
  return [...found.values()].sort(
    (x, y) => weigh(y) - weigh(x) || compare(x.a.key, y.a.key) || compare(x.b.key, y.b.key),
  );
}

/** A paper that says both, since it depends, disagrees with nobody. */
function disagreeing(
  aWins: readonly Verdict[],
  bWins: readonly Verdict[],
): [readonly Verdict[], readonly Verdict[]] {
  const without = (some: readonly Verdict[], others: readonly Verdict[]) =>
    some.filter(({ paper }) => !others.some((other) => other.paper.id === paper.id));
  return [without(aWins, bWins), without(bWins, aWins)];
}

const weigh = ({ aWins, bWins }: Contradiction) => aWins.length + bWins.length;

/** Who says that one outperforms another, in the order of papers. */
export function verdicts(
  graph: KnowledgeGraph,
  winner: string,
  loser: string,
  numbersAgainst: NumbersAgainst,
): Verdict[] {
  return graph
    .filterOutEdges(winner, loser, (_, { type }) => type === 'OUTPERFORMS')
    .map((edge): Verdict => {
      const { paper, field, start, end } = graph.getEdgeAttributes(edge);
      return {
        paper: paperReference(graph, paper),
        reporter: reporterOf(graph, paper, winner, undefined),
        evidence: { paper, field, start, end },
        against: numbersAgainst(paper, winner, loser),
      };
    })
    .sort((x, y) => compare(x.paper.id, y.paper.id));
}
