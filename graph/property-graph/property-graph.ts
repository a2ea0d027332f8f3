import { type MetricDirection, metricDirection } from '../analysis/metric-direction.ts';
import type { Documents } from '../documents.ts';
import { edgeKey, type KnowledgeGraph } from '../knowledge-graph.ts';
import type { EdgeType, NodeAttributes, NodeType } from '../schema.ts';
import { boundKey } from './bound-key.ts';
import { CLAIM_COLUMNS, NODE_COLUMNS } from './columns.ts';
import { type Properties, toProperties, wellFormed } from './properties.ts';
import { sentenceOf } from './sentence-of.ts';

/** A node as databases hold it: flat properties beside its key and type. */
export interface NodeRow {
  /** Bounded in length, so that an index can hold it; `fullKey` among the properties is the whole of a longer one. */
  readonly key: string;
  readonly type: NodeType;
  readonly properties: Properties;
}

/** One claim of one paper as databases hold it: with the sentence that makes it and the date of the paper. */
export interface RelationshipRow {
  readonly source: string;
  readonly type: EdgeType;
  readonly target: string;
  readonly paper: string;
  readonly properties: Properties;
}

/** Rows that can be read again and again, and need not all be there at once. */
export interface PropertyRows {
  /** Sorted by key. */
  readonly nodes: Iterable<NodeRow>;
  /** Sorted by source, type, target and paper. */
  readonly relationships: Iterable<RelationshipRow>;
}

export interface PropertyGraph extends PropertyRows {
  readonly nodes: readonly NodeRow[];
  readonly relationships: readonly RelationshipRow[];
}

/** The graph as databases hold it, all rows at once. */
export function toPropertyGraph(graph: KnowledgeGraph, documents: Documents): PropertyGraph {
  const { nodes, relationships } = toPropertyRows(graph, documents);
  return { nodes: [...nodes], relationships: [...relationships] };
}

/**
 * The graph as databases hold it, row by row: `SimSD EVALUATED_ON MATH-500` of one paper is one relationship with the properties
 * `paper`, `date`, `sentence`, `field`, `start`, `end`, `by`, `confidence`.
 * @param documents by id; the claims of a paper that is not among them have no sentence
 */
export function toPropertyRows(graph: KnowledgeGraph, documents: Documents): PropertyRows {
  const sentence = sentenceOf(documents);
  const dates = paperDates(graph);
  const relationship = (edge: string): RelationshipRow => {
    const [source, target] = graph.extremities(edge);
    const { type, ...claim } = graph.getEdgeAttributes(edge);
    const { paper } = claim;
    const told = { ...claim, sentence: sentence(claim), date: dates.get(paper) };
    const properties = toProperties(told, CLAIM_COLUMNS);
    const ends = { source: boundKey(source), target: boundKey(target) };
    return { ...ends, type, paper: wellFormed(paper), properties };
  };
  return {
    nodes: each(graph.nodes().sort(), (key) => toNodeRow(graph, key)),
    relationships: each(graph.edges().sort(), relationship),
  };
}

/** What is made of each key, anew each time it is read. */
export function each<Key, Row>(keys: Iterable<Key>, make: (key: Key) => Row): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const key of keys) yield make(key);
    },
  };
}

/** What tells one claim from another: a paper makes a claim between two nodes once. */
export function claimKey({
  source,
  type,
  target,
  paper,
}: Pick<RelationshipRow, 'source' | 'type' | 'target' | 'paper'>): string {
  return edgeKey(source, { type, paper }, target);
}

function toNodeRow(graph: KnowledgeGraph, fullKey: string): NodeRow {
  const attributes = graph.getNodeAttributes(fullKey);
  const key = boundKey(fullKey);
  const whole = key === fullKey ? {} : { fullKey };
  const told = { ...attributes, ...whole, better: betterOf(attributes) };
  const properties = toProperties(told, NODE_COLUMNS[attributes.type]);
  return { key, type: attributes.type, properties };
}

/** Null where the names of a metric do not tell, as on leaderboards. */
function betterOf(node: NodeAttributes): MetricDirection['better'] {
  if (node.type !== 'Metric') return null;
  return metricDirection([node.name, ...node.aliases]).better;
}

function paperDates(graph: KnowledgeGraph): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  graph.forEachNode((_, node) => {
    if (node.type === 'Paper' && node.date !== undefined) dates.set(node.id, node.date);
  });
  return dates;
}
