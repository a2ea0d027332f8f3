import { MultiDirectedGraph } from 'graphology';
import type { EdgeAttributes, EdgeLine, NodeAttributes, NodeLine } from './schema.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { compare } from './union.ts';

/** Papers, entities and results, joined by claims: each edge is one claim of one paper. */
export type KnowledgeGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

export const paperKey = (id: string): string => `paper:${id}`;
/**
 * `start` is the offset of the number in its field; a number in a title bears `title:`.
 * @param nth from 1, of the results of one number: the second of them bears `.2`
 */
export const resultKey = (
  id: string,
  { field, start }: { readonly field: string; readonly start: number },
  nth = 1,
): string => {
  const number = `result:${id}#${field === 'title' ? 'title:' : ''}${start}`;
  return nth > 1 ? `${number}.${nth}` : number;
};

/** `simsd EVALUATED_ON math500 2601.00001`: one paper claims one relation between the same two nodes once. */
export const edgeKey = (
  source: string,
  { type, paper }: Pick<EdgeAttributes, 'type' | 'paper'>,
  target: string,
): string => joinKeys(source, type, target, paper);

/** Keys as one: the id of a paper may hold spaces. */
export const joinKeys = (...keys: readonly string[]): string => keys.map(withoutSpace).join(' ');

/** Keys in the order that they give to joined ones: the space between those comes before all that a key may go on with. */
export const compareKeys = (a: string, b: string): number =>
  a === b ? 0 : compare(withoutSpace(a), withoutSpace(b));

/** By `edgeKey`. */
export const compareEdges = (a: EdgeLine, b: EdgeLine): number =>
  compareKeys(a.source, b.source) ||
  compare(a.type, b.type) ||
  compareKeys(a.target, b.target) ||
  compareKeys(a.paper, b.paper);

const withoutSpace = (part: string): string =>
  SPACE.test(part) ? part.replace(SPACES, encodeURIComponent) : part;
const SPACE = /[% \p{Cc}]/u;
const SPACES = /[% \p{Cc}]/gu;

export function createKnowledgeGraph(): KnowledgeGraph {
  return new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
}

/** A graph as its lines, made or read each time that they are asked for. */
export interface GraphLines {
  /** Sorted by key. */
  readonly nodes: () => Iterable<NodeLine>;
  /** Sorted by `compareEdges`. */
  readonly edges: () => Iterable<EdgeLine>;
}

/** Builds the graph that its lines describe. */
export function readKnowledgeGraph(
  nodes: Iterable<NodeLine>,
  edges: Iterable<EdgeLine>,
): KnowledgeGraph {
  const graph = createKnowledgeGraph();
  for (const { schema: _, key, ...attributes } of nodes) graph.addNode(key, attributes);
  for (const { schema: _, source, target, ...attributes } of edges) {
    graph.addDirectedEdgeWithKey(edgeKey(source, attributes, target), source, target, attributes);
  }
  return graph;
}

/** The graph's nodes as lines, sorted by key. */
export function* nodeLines(graph: KnowledgeGraph): Generator<NodeLine> {
  for (const key of graph.nodes().sort()) {
    yield { schema: SCHEMA_VERSION, key, ...graph.getNodeAttributes(key) };
  }
}

/** The graph's edges as lines, sorted by source, type, target and paper. */
export function* edgeLines(graph: KnowledgeGraph): Generator<EdgeLine> {
  for (const key of graph.edges().sort()) {
    const [source, target] = graph.extremities(key);
    yield { schema: SCHEMA_VERSION, source, target, ...graph.getEdgeAttributes(key) };
  }
}
