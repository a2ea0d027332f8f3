import { UndirectedGraph } from 'graphology';
import { aggregateEdges } from '../adjacency.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { NodeAttributes, RelationType, VARIANT_OF } from '../schema.ts';

/** How strongly a relation pulls its ends together; results and class terms pull nothing. */
const PULL: Readonly<Record<RelationType | 'MENTIONS' | typeof VARIANT_OF, number>> = {
  PROPOSES: 1,
  EVALUATED_ON: 1,
  TRAINED_ON: 1,
  MEASURED_BY: 0.6,
  OUTPERFORMS: 1,
  COMPARED_WITH: 1,
  BUILDS_ON: 1.2,
  PART_OF: 1.6,
  ADDRESSES: 0.8,
  // A weak spring: what is in no relation stays near its paper.
  MENTIONS: 0.4,
  VARIANT_OF: 1.2,
};

/** What is laid out by forces: entities and papers, joined once however many claims join them. */
export type SpringGraph = UndirectedGraph<{ x: number; y: number }, { weight: number }>;

/** Springs that are weaker the more their ends touch, so that hubs do not pull everything into one knot. */
export function springGraph(graph: KnowledgeGraph): SpringGraph {
  const springs: SpringGraph = new UndirectedGraph();
  for (const key of graph.nodes().sort()) {
    const node = graph.getNodeAttributes(key);
    if (isMoved(node)) springs.addNode(key, { x: 0, y: 0 });
  }
  const pulls: Readonly<Partial<Record<string, number>>> = PULL;
  for (const { source, target, type, papers } of aggregateEdges(graph)) {
    const pull = pulls[type];
    if (!pull || source === target || !springs.hasNode(source) || !springs.hasNode(target))
      continue;
    springs.updateUndirectedEdge(source, target, (edge) => ({
      weight: (edge.weight ?? 0) + pull * Math.sqrt(papers),
    }));
  }
  springs.forEachEdge((edge, { weight }, source, target) => {
    const busiest = Math.max(springs.degree(source), springs.degree(target));
    springs.setEdgeAttribute(edge, 'weight', weight / Math.sqrt(Math.max(1, busiest / 8)));
  });
  return springs;
}

/** The keys of every connected part, each in breadth-first order from its node of most neighbours. */
export function connectedParts(springs: SpringGraph): string[][] {
  const seen = new Set<string>();
  const keys = springs.nodes();
  const degrees = new Map(keys.map((key) => [key, springs.degree(key)]));
  keys.sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || (a < b ? -1 : 1));
  const parts: string[][] = [];
  for (const start of keys) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const key of part) {
      for (const neighbour of springs.neighbors(key).sort()) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        part.push(neighbour);
      }
    }
    parts.push(part);
  }
  return parts;
}

/** The part of springs whose nodes have most neighbours: at most so many nodes. */
export function mostJoined(springs: SpringGraph, most: number): SpringGraph {
  if (springs.order <= most) return springs;
  const keys = springs.nodes();
  const degrees = new Map(keys.map((key) => [key, springs.degree(key)]));
  keys.sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || (a < b ? -1 : 1));
  const joined = springs.copy();
  for (const key of keys.slice(most)) joined.dropNode(key);
  return joined;
}

/** Whether forces move a node: results and class terms go where their neighbours are. */
export const isMoved = (node: NodeAttributes): boolean =>
  node.type !== 'Result' && !isClassTerm(node);

/** Whether a node stands for a class of things, which would draw everything to itself. */
export const isClassTerm = (node: NodeAttributes): boolean => 'classTerm' in node && node.classTerm;
