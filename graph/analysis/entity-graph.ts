import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { RELATION_TYPES } from '../schema.ts';
import { compare } from '../union.ts';
import { entityAt, reportedResults } from './reported-result.ts';

/** Entities joined by what papers say of them: one edge for a pair, weighed by how many papers join it. */
export interface EntityEdge {
  readonly weight: number;
}
export type EntityGraph = UndirectedGraph<Record<string, never>, EntityEdge>;
export type DirectedEntityGraph = DirectedGraph<Record<string, never>, EntityEdge>;

/**
 * The entities of a graph and the pairs that relations or numbers join, without class terms, which touch everything. Nodes
 * and edges are added in the order of their keys, so that whatever walks it does so in one order.
 */
export function entityGraph(graph: KnowledgeGraph): EntityGraph {
  const simple: EntityGraph = new UndirectedGraph();
  const joined = joinedPairs(graph, (a, b) => (compare(a, b) < 0 ? [a, b] : [b, a]));
  return fill(simple, graph, joined);
}

/** The same, from the source of each relation to its target: from a method to what it is tested on, built on or compared with. */
export function directedEntityGraph(graph: KnowledgeGraph): DirectedEntityGraph {
  const simple: DirectedEntityGraph = new DirectedGraph();
  return fill(
    simple,
    graph,
    joinedPairs(graph, (a, b) => [a, b]),
  );
}

function fill<Simple extends EntityGraph | DirectedEntityGraph>(
  simple: Simple,
  graph: KnowledgeGraph,
  pairs: ReadonlyMap<string, Pair>,
): Simple {
  for (const key of graph.nodes().sort(compare)) {
    if (isThing(graph, key)) simple.addNode(key);
  }
  for (const [, { source, target, papers }] of [...pairs].sort(([a], [b]) => compare(a, b))) {
    simple.addEdge(source, target, { weight: papers.size });
  }
  return simple;
}

interface Pair {
  readonly source: string;
  readonly target: string;
  readonly papers: Set<string>;
}

function joinedPairs(
  graph: KnowledgeGraph,
  order: (a: string, b: string) => readonly [string, string],
): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  const join = (a: string, b: string, paper: string) => {
    if (a === b || !isThing(graph, a) || !isThing(graph, b)) return;
    const [source, target] = order(a, b);
    const id = JSON.stringify([source, target]);
    const pair = pairs.get(id) ?? { source, target, papers: new Set() };
    pair.papers.add(paper);
    pairs.set(id, pair);
  };
  graph.forEachEdge((_, { type, paper }, source, target) => {
    if (RELATIONS.has(type)) join(source, target, paper);
  });
  for (const { subject, benchmark, metric, baseline, paper } of reportedResults(graph)) {
    for (const other of [benchmark, metric, baseline]) {
      if (subject && other) join(subject.key, other.key, paper.id);
    }
  }
  return pairs;
}

const RELATIONS: ReadonlySet<string> = new Set(RELATION_TYPES);

function isThing(graph: KnowledgeGraph, key: string): boolean {
  return entityAt(graph, key)?.classTerm === false;
}
