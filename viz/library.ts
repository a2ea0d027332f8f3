import { importances } from '../graph/importance.ts';
import { type KnowledgeGraph, readKnowledgeGraph } from '../graph/knowledge-graph.ts';
import { type Community, nameCommunities } from '../graph/name-communities.ts';
import type { ExplorerData } from '../graph/schema.ts';
import { createPlanes, type Planes } from './arrange/planes.ts';
import { createFilterIndex, type FilterIndex } from './narrow/filter-index.ts';
import { findHubs } from './walk/hubs.ts';

/** What the explorer shows, read once and never changed. */
export interface Library {
  readonly graph: KnowledgeGraph;
  readonly index: FilterIndex;
  readonly planes: Planes;
  /** How much each node matters to a reader: what is named first where there is no room for all. */
  readonly importance: ReadonlyMap<string, number>;
  /** By number; the one with the most entities first. */
  readonly communities: readonly Community[];
  /** The number of the community of each node that is in one. */
  readonly communityOf: ReadonlyMap<string, number>;
  /** What touches so much that it says little: "LLM", "accuracy". */
  readonly hubs: ReadonlySet<string>;
  /** How many entities there are in all, where this is only the top of a library. */
  readonly of: number | undefined;
}

export function openLibrary(data: ExplorerData): Library {
  const graph = readKnowledgeGraph(data.nodes, data.edges);
  const importance = importances(graph);
  const communities = nameCommunities(graph, data.communities);
  const communityOf = numbersOfMembers(graph, data.communities);
  const index = createFilterIndex(graph, importance, communityOf);
  const hubs = findHubs(graph, index);
  const planes = createPlanes(data);
  return { graph, index, planes, importance, communities, communityOf, hubs, of: data.of };
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
