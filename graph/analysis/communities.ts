import louvain from 'graphology-communities-louvain';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { createRandom } from '../random.ts';
import { compare } from '../union.ts';
import { type EntityGraph, entityGraph } from './entity-graph.ts';
import { entityAt } from './reported-result.ts';

/** Entities that are joined more among each other than with the rest. */
export interface Community {
  /** By its members with most ties inside: `image generation: ImageNet, FID, DiT`. */
  readonly name: string;
  /** Keys, those with most ties inside first. */
  readonly members: readonly string[];
}

export interface Communities {
  /** How much more of the ties are inside communities than chance would have it (Newman, 2006), from -0.5 to 1. */
  readonly modularity: number;
  /** The largest first. Entities that nothing joins are in none. */
  readonly communities: readonly Community[];
}

const SEED = 20_080_304;
/** So many members stand in a name, beside a task. */
const NAMED = 3;

/**
 * Communities by Blondel et al., Fast unfolding of communities in large networks (2008), with seeded randomness: the same
 * graph has the same ones.
 */
export function communities(graph: KnowledgeGraph): Communities {
  const simple = entityGraph(graph);
  simple.forEachNode((key) => {
    if (simple.degree(key) === 0) simple.dropNode(key);
  });
  if (simple.size === 0) return { modularity: 0, communities: [] };
  const options = { rng: createRandom(SEED), getEdgeWeight: 'weight' } as const;
  const { communities: found, modularity } = louvain.detailed(simple, options);
  const groups = new Map<number, string[]>();
  for (const [key, group] of Object.entries(found)) {
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return {
    modularity: Number(modularity.toFixed(4)),
    communities: [...groups.values()]
      .map((members) => toCommunity(graph, simple, members))
      .sort(
        (a, b) =>
          b.members.length - a.members.length || compare(a.members[0] ?? '', b.members[0] ?? ''),
      ),
  };
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
