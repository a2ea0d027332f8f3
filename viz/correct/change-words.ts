import type { Amendment } from '../../graph/decisions/amendment.ts';
import type { Outcome } from '../../graph/decisions/wire.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { count } from '../words.ts';

type Difference = Outcome['difference'];

/** What a correction changed: `1 thing came, 2 things and 4 statements went`. */
export function changeWords(
  { added, removed, changed }: Difference,
  before: KnowledgeGraph,
  after: KnowledgeGraph,
): string {
  const parts = [
    part(added, after, 'came'),
    part(removed, before, 'went'),
    part(changed, after, 'changed'),
  ].filter((words) => words !== undefined);
  return parts.length === 0 ? 'Nothing in the graph changed.' : `${parts.join('; ')}.`;
}

/** What is no node is a statement, told from the graph that holds it. */
function part(keys: readonly string[], graph: KnowledgeGraph, verb: string): string | undefined {
  if (keys.length === 0) return undefined;
  const nodes = keys.filter((key) => graph.hasNode(key)).length;
  const amounts = [
    ...(nodes > 0 ? [count(nodes, 'thing')] : []),
    ...(keys.length > nodes ? [count(keys.length - nodes, 'statement')] : []),
  ];
  return `${amounts.join(' and ')} ${verb}`;
}

/**
 * The node that what was selected is now: itself where it is still there, else what came of the correction; nothing where
 * there is no such node.
 */
export function successor(
  key: string,
  said: Amendment | undefined,
  { added }: Difference,
  after: KnowledgeGraph,
): string | undefined {
  const others = said?.kind === 'same' ? [said.a, said.b] : [];
  const entities = added.filter(
    (other) => after.hasNode(other) && 'papers' in after.getNodeAttributes(other),
  );
  return [key, ...others, ...entities].find((other) => after.hasNode(other));
}
