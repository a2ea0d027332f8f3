import { findNode } from '../../graph/find-node.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { TYPE_GROUP } from '../../graph/resolve/type-group.ts';
import type { ExtractedEntity } from '../../graph/schema.ts';

/** Where facts that are not in the graph would join it. */
export interface Joined {
  /** The node that each entity, by its name, would become one with. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Papers that name most of these, the nearest first. */
  readonly papers: readonly { readonly key: string; readonly shared: readonly string[] }[];
}

/**
 * Finds the things of a graph that bear the names of entities, within groups of types, as building does where one
 * spelling leads to one thing. Papers that share what few papers name come before those that share what all do.
 */
export function joinWith(
  graph: KnowledgeGraph,
  entities: readonly ExtractedEntity[],
  most = 5,
): Joined {
  const nodes = new Map<string, string>();
  for (const entity of entities) {
    const key = nodeOf(graph, entity);
    if (key !== undefined) nodes.set(entity.name, key);
  }
  const scores = new Map<string, { weight: number; shared: string[] }>();
  for (const key of new Set(nodes.values())) {
    const node = graph.getNodeAttributes(key);
    if (!('papers' in node) || node.classTerm) continue;
    graph.forEachInEdge(key, (_edge, { type }, page) => {
      if (type !== 'MENTIONS') return;
      const score = scores.get(page) ?? { weight: 0, shared: [] };
      score.weight += 1 / Math.log2(1 + node.papers);
      score.shared.push(key);
      scores.set(page, score);
    });
  }
  const papers = [...scores]
    .sort(([a, one], [b, other]) => other.weight - one.weight || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key, { shared }]) => ({ key, shared: shared.sort() }));
  return { nodes, papers };
}

function nodeOf(graph: KnowledgeGraph, entity: ExtractedEntity): string | undefined {
  for (const name of [entity.name, ...entity.aliases]) {
    const key = findNode(graph, name);
    const node = key === undefined ? undefined : graph.getNodeAttributes(key);
    if (node && 'papers' in node && TYPE_GROUP[node.type] === TYPE_GROUP[entity.type]) return key;
  }
  return undefined;
}
