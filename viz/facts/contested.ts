import { conflicts } from '../../graph/analysis/conflicts.ts';
import { contradictions } from '../../graph/analysis/contradictions.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';

/** Something that papers disagree on, in a line. */
export type Contested =
  | {
      readonly kind: 'value';
      readonly subject: string;
      readonly benchmark: string;
      readonly metric: string | undefined;
      /** `81.5 % or 79 % on MATH` */
      readonly words: string;
    }
  | {
      readonly kind: 'winner';
      readonly a: string;
      readonly b: string;
      readonly papers: number;
    };

/** What papers disagree on: who is better, those with most papers first, then values, the widest apart first. */
export function contestedIn(graph: KnowledgeGraph, most: number): Contested[] {
  const winners = contradictions(graph).map(
    ({ a, b, aWins, bWins }): Contested => ({
      kind: 'winner',
      a: a.key,
      b: b.key,
      papers: new Set([...aWins, ...bWins].map(({ paper }) => paper.id)).size,
    }),
  );
  const values = conflicts(graph).map(
    ({ subject, benchmark, metric, values }): Contested => ({
      kind: 'value',
      subject: subject.key,
      benchmark: benchmark.key,
      metric: metric?.key,
      words: `${[...new Set(values.map(({ label }) => label))].join(' or ')} on ${benchmark.name}`,
    }),
  );
  return [...winners, ...values].slice(0, most);
}
