import { UsageError } from '../../graph/errors.ts';
import { expectNode, nearestNames } from '../../graph/expect-node.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { EntityType } from '../../graph/schema.ts';

/**
 * The entity that a person names, of one of these types. @throws UsageError that says what the name leads to instead, or
 * which names come nearest
 */
export function expectTyped(
  graph: KnowledgeGraph,
  name: string,
  types: readonly EntityType[],
): string {
  const key = expectNode(graph, name);
  const { type, name: shown } = graph.getNodeAttributes(key);
  if (types.some((wanted) => wanted === type)) return key;
  const wanted = types.join(' or ');
  const near = nearestNames(graph, name, MANY).filter((other) => {
    const found = expectNode(graph, other);
    return types.some((known) => known === graph.getNodeAttribute(found, 'type'));
  });
  const help = near.length > 0 ? `; did you mean ${near.slice(0, 3).join(', ')}?` : '';
  throw new UsageError(`"${shown}" is a ${type}, where a ${wanted} is expected${help}`);
}

/** Near names among which some may have the type that is wanted. */
const MANY = 50;
