import { type KnowledgeGraph, readKnowledgeGraph } from '../graph/knowledge-graph.ts';
import { type Community, nameCommunities } from '../graph/name-communities.ts';
import type { ExplorerData, NodeAttributes } from '../graph/schema.ts';
import { createFilterIndex, type FilterIndex } from './narrow/filter-index.ts';
import { findHubs } from './walk/hubs.ts';

/** What the explorer shows, read once and never changed. */
export interface Library {
  readonly graph: KnowledgeGraph;
  readonly index: FilterIndex;
  readonly positions: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** How much each node matters to a reader: what is named first where there is no room for all. */
  readonly importance: ReadonlyMap<string, number>;
  /** By number; the one with the most entities first. */
  readonly communities: readonly Community[];
  /** The number of the community of each node that is in one. */
  readonly communityOf: ReadonlyMap<string, number>;
  /** What touches so much that it says little: "LLM", "accuracy". */
  readonly hubs: ReadonlySet<string>;
}

export function openLibrary(data: ExplorerData): Library {
  const graph = readKnowledgeGraph(data.nodes, data.edges);
  const importance = new Map(
    graph.mapNodes((key, node) => [key, importanceOf(graph, key, node)] as const),
  );
  const positions = new Map(Object.entries(data.positions));
  const communities = nameCommunities(graph, data.communities);
  const communityOf = numbersOfMembers(graph, data.communities);
  const index = createFilterIndex(graph, importance, communityOf);
  const hubs = findHubs(graph, index);
  return { graph, index, positions, importance, communities, communityOf, hubs };
}

/** Which community each node is in; a number is where its subject is. */
function numbersOfMembers(
  graph: KnowledgeGraph,
  communities: ExplorerData['communities'],
): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, keys] of communities.entries()) {
    for (const key of keys) numbers.set(key, number);
  }
  graph.forEachEdge((_edge, { type }, source, target) => {
    const number = numbers.get(target);
    if (type === 'OF' && number !== undefined) numbers.set(source, number);
  });
  return numbers;
}

/** Papers count most, then relations and numbers; being proposed makes a thing the subject of a paper. */
function importanceOf(graph: KnowledgeGraph, key: string, node: NodeAttributes): number {
  if (node.type === 'Result') return 0;
  if (node.type === 'Paper') return 1;
  let claims = 0;
  let proposed = 0;
  graph.forEachEdge(key, (_edge, { type }) => {
    if (type === 'PROPOSES') proposed += 1;
    else if (type !== 'MENTIONS') claims += 1;
  });
  const importance = 4 * (node.papers - 1) + Math.min(claims, 24) + 3 * Math.min(proposed, 2);
  return node.classTerm ? importance / 8 : importance;
}
