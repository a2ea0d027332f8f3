import { type KnowledgeGraph, paperKey } from '../knowledge-graph.ts';
import { wholesOf } from './kin.ts';

/** Whose number it is: of the paper that proposes the subject, of the one that made the benchmark, or of any other. */
export type Reporter = 'own' | 'benchmark' | 'other';

/**
 * Says who reports a number. A paper that proposes ExeVRM speaks of its own also with ExeVRM-8B, which is a variant, and
 * with a part of it. Who made the benchmark compares the methods of others.
 */
export function reporterOf(
  graph: KnowledgeGraph,
  paper: string,
  subject: string | undefined,
  benchmark: string | undefined,
): Reporter {
  const proposes = (key: string | undefined) =>
    key !== undefined &&
    [key, ...wholesOf(graph, key)].some((thing) => isProposed(graph, paper, thing));
  if (proposes(subject)) return 'own';
  return proposes(benchmark) ? 'benchmark' : 'other';
}

/** Whether the paper introduces the thing as its own. */
export function isProposed(graph: KnowledgeGraph, paper: string, key: string): boolean {
  const own = paperKey(paper);
  return (
    graph.hasNode(own) &&
    graph.hasNode(key) &&
    graph.someOutEdge(own, key, (_, { type }) => type === 'PROPOSES')
  );
}
