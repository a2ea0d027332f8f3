import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { createRandom } from '../random.ts';
import { compare } from '../union.ts';
import type { DirectedEntityGraph, EntityGraph } from './entity-graph.ts';
import { type Named, named } from './reported-result.ts';

/** An entity with how central it is. */
export interface Central extends Named {
  readonly score: number;
}

/** How likely one is at an entity who follows relations at random (Page et al., 1999); the most likely first. */
export function byPageRank(
  graph: KnowledgeGraph,
  simple: DirectedEntityGraph,
  limit: number,
): Central[] {
  if (simple.order === 0) return [];
  return top(graph, Object.entries(pagerank(simple, { getEdgeWeight: 'weight' })), limit);
}

export interface Betweenness {
  readonly top: readonly Central[];
  /** From so many entities were shortest paths walked; where these are fewer than all, scores are estimates. */
  readonly sources: number;
  readonly isExact: boolean;
}

/** The most entities that paths are walked from. */
const MOST_SOURCES = 400;
const SEED = 20_010_225;

/**
 * On how many of the shortest paths between others an entity lies (Freeman, 1977), by the algorithm of Brandes (2001). In a
 * large graph paths are walked from a seeded sample of the entities alone, and scaled up (Brandes and Pich, 2007): the time
 * grows with the graph, not with its square.
 */
export function byBetweenness(
  graph: KnowledgeGraph,
  simple: EntityGraph,
  limit: number,
  mostSources = MOST_SOURCES,
): Betweenness {
  const keys = simple.nodes();
  if (keys.length === 0) return { top: [], sources: 0, isExact: true };
  const sources = sample(keys.length, mostSources);
  const scores = new Float64Array(keys.length);
  const share = new Float64Array(keys.length);
  const walk = createUnweightedIndexedBrandes(simple);
  for (const source of sources) {
    // The entities that were reached, the farthest on top; before whom each was passed; on how many paths.
    const [reached, before, paths] = walk(source);
    share.fill(0);
    while (reached.size > 0) {
      const at = reached.pop() ?? source;
      const part = (1 + (share[at] ?? 0)) / (paths[at] ?? 1);
      for (const earlier of before[at] ?? []) {
        share[earlier] = (share[earlier] ?? 0) + (paths[earlier] ?? 0) * part;
      }
      if (at !== source) scores[at] = (scores[at] ?? 0) + (share[at] ?? 0);
    }
  }
  const others = (keys.length - 1) * (keys.length - 2);
  const scale = others > 0 && sources.length > 0 ? keys.length / sources.length / others : 0;
  const scored = keys.map((key, at) => [key, (scores[at] ?? 0) * scale] as const);
  return {
    top: top(graph, scored, limit),
    sources: sources.length,
    isExact: sources.length === keys.length,
  };
}

/** So many different numbers below `count`, the same each time, in ascending order. */
function sample(count: number, most: number): number[] {
  const numbers = Array.from({ length: count }, (_, at) => at);
  if (count <= most) return numbers;
  const random = createRandom(SEED);
  for (let at = 0; at < most; at++) {
    const other = at + Math.floor(random() * (count - at));
    const [a = at, b = other] = [numbers[at], numbers[other]];
    numbers[at] = b;
    numbers[other] = a;
  }
  return numbers.slice(0, most).sort((a, b) => a - b);
}

/** Rounded, since sums differ in their last bits from one machine to another. */
function top(
  graph: KnowledgeGraph,
  scores: readonly (readonly [string, number])[],
  limit: number,
): Central[] {
  return scores
    .map(([key, score]) => ({ ...named(graph, key), score: Number(score.toFixed(6)) }))
    .sort((a, b) => b.score - a.score || compare(a.key, b.key))
    .slice(0, limit)
    .filter(({ score }) => score > 0);
}
