import { findCommunities } from '../communities.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { type EntityGraph, entityGraph } from './entity-graph.ts';
import { entityAt } from './reported-result.ts';

/** Entities that are joined more among each other than with the rest. */
export interface Community {
  /** By its members with most ties inside: `image generation: ImageNet, FID, DiT`. */
  readonly name: string;
  /** Keys of its entities, those with most ties inside first. */
  readonly members: readonly string[];
}

/** So many members stand in a name, beside a task. */
const NAMED = 3;

/** The communities that the layout is made by, with names; the largest first. */
export function communities(graph: KnowledgeGraph, simple = entityGraph(graph)): Community[] {
  return findCommunities(graph).map((keys) =>
    toCommunity(
      graph,
      simple,
      keys.filter((key) => simple.hasNode(key)),
    ),
  );
}

function toCommunity(
  graph: KnowledgeGraph,
  simple: EntityGraph,
  keys: readonly string[],
): Community {
  const own = new Set(keys);
  const ties = new Map(keys.map((key) => [key, tiesInside(simple, key, own)]));
  const members = [...keys].sort(
    (a, b) => (ties.get(b) ?? 0) - (ties.get(a) ?? 0) || compare(a, b),
  );
  const nameOf = (key: string) => graph.getNodeAttribute(key, 'name');
  const task = members.find((key) => entityAt(graph, key)?.type === 'Task');
  const others = members.filter((key) => key !== task).slice(0, NAMED);
  const topic = task === undefined ? '' : nameOf(task) + (others.length > 0 ? ': ' : '');
  return { name: topic + others.map(nameOf).join(', '), members };
}

/** The weight of the edges that lead from a member to others. */
function tiesInside(simple: EntityGraph, key: string, own: ReadonlySet<string>): number {
  return simple.reduceEdges(
    key,
    (sum, _, { weight }, source, target) =>
      own.has(source === key ? target : source) ? sum + weight : sum,
    0,
  );
}
