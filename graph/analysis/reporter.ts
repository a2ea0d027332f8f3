import { type KnowledgeGraph, paperKey } from '../knowledge-graph.ts';
import { wholesOf } from './kin.ts';
import { entityAt } from './reported-result.ts';

/**
 * Whose number it is: of the paper that proposes the subject, of the one that made the benchmark, of the only one that
 * names the subject, so that it may be its own, or of any other.
 */
export type Reporter = 'own' | 'benchmark' | 'sole' | 'other';

/**
 * Says who reports a number. A paper that proposes ExeVRM speaks of its own also with ExeVRM-8B, which is a variant or
 * only named after it, and with a part of it. Who made the benchmark compares the methods of others.
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
  if (proposes(subject) || isNamedAfterOwn(graph, paper, subject)) return 'own';
  if (proposes(benchmark)) return 'benchmark';
  const entity = subject !== undefined && graph.hasNode(subject) && entityAt(graph, subject);
  return entity && entity.papers === 1 ? 'sole' : 'other';
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

/** Whether a name begins with that of a method or model that the paper proposes: `OWL-trained 32B` with `OWL`. */
function isNamedAfterOwn(graph: KnowledgeGraph, paper: string, subject?: string): boolean {
  const own = paperKey(paper);
  if (subject === undefined || !graph.hasNode(subject) || !graph.hasNode(own)) return false;
  const name = graph.getNodeAttribute(subject, 'name').toLowerCase();
  return graph.someOutEdge(own, (_, { type }, __, key) => {
    const proposed = type === 'PROPOSES' ? entityAt(graph, key) : undefined;
    if (!proposed || proposed.classTerm || !SYSTEMS.has(proposed.type)) return false;
    return [proposed.name, ...proposed.aliases].some((form) => isBegunBy(name, form.toLowerCase()));
  });
}

const SYSTEMS: ReadonlySet<string> = new Set(['Method', 'Model']);

/** A whole word, so that `S1` begins `S1-32B` and not `S10`. */
function isBegunBy(name: string, form: string): boolean {
  return name.startsWith(form) && /^[^\p{L}\p{N}+]/u.test(name.slice(form.length));
}
