import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';

/** Nodes that hang together, under the names of the largest of them. */
export interface Community {
  readonly name: string;
  /** Its entities, the most important first. */
  readonly members: readonly string[];
}

const NAMES = 2;

/** Names communities by their two most important members: `AndroidWorld, StainFlow`. A metric names none that has other members. */
export function nameCommunities(
  graph: KnowledgeGraph,
  importance: ReadonlyMap<string, number>,
  communities: readonly (readonly string[])[],
): Community[] {
  return communities.map((keys) => {
    const known = keys.filter((key) => graph.hasNode(key));
    const type = (key: string) => graph.getNodeAttribute(key, 'type');
    const members = known
      .filter((key) => type(key) !== 'Paper')
      .sort((a, b) => (importance.get(b) ?? 0) - (importance.get(a) ?? 0) || (a < b ? -1 : 1));
    const telling = members.filter((key) => type(key) !== 'Metric');
    const names = (telling.length > 0 ? telling : members)
      .slice(0, NAMES)
      .map((key) => graph.getNodeAttribute(key, 'name'));
    return { name: names.join(', '), members };
  });
}
