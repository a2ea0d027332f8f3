import { type KnowledgeGraph, paperKey } from '../knowledge-graph.ts';
import type { EdgeType, EntityNode, Place, ResultNode } from '../schema.ts';
import { compare } from '../union.ts';

/** A thing of the graph as an answer names it. */
export interface Named {
  readonly key: string;
  readonly name: string;
}

/** Words of a paper. */
export interface Cited extends Place {
  readonly paper: string;
}

/** Gives the sentence that a place stands in; undefined where the paper is not at hand. */
export type SentenceOf = (place: Cited) => string | undefined;

/** A paper as an answer cites it. */
export interface PaperReference {
  readonly id: string;
  readonly name: string;
  readonly date: string | null;
  readonly url: string | null;
}

/** A number with what it is about; null for what its text leaves out. */
export interface ReportedResult
  extends Pick<ResultNode, 'value' | 'unit' | 'kind' | 'qualifier' | 'direction'> {
  readonly key: string;
  /** As it is read: `31.6 %`. */
  readonly label: string;
  readonly paper: PaperReference;
  readonly subject: Named | null;
  readonly benchmark: Named | null;
  readonly metric: Named | null;
  readonly baseline: Named | null;
  /** The words that say so, and the number itself. */
  readonly evidence: Cited;
  readonly number: Cited;
  readonly confidence: number;
  /** The words that condition it: `under the interactive protocol`. */
  readonly setting: string | null;
  /** What it is a share of, where it is one of another value: `the original accuracy`. */
  readonly shareOf: string | null;
}

/** All numbers of a graph, sorted by key. */
export function reportedResults(graph: KnowledgeGraph): ReportedResult[] {
  const keys = graph.filterNodes((_, { type }) => type === 'Result').sort(compare);
  return keys.map((key) => reportedResult(graph, key));
}

function reportedResult(graph: KnowledgeGraph, key: string): ReportedResult {
  const node = graph.getNodeAttributes(key);
  if (node.type !== 'Result') throw new TypeError(`${key} is no result`);
  const {
    name,
    paper,
    value,
    unit,
    kind,
    qualifier,
    direction,
    setting = null,
    shareOf = null,
  } = node;
  const claims = graph.mapOutEdges(key, (_, claim, __, target) => ({ ...claim, target }));
  const end = (type: EdgeType) => {
    const target = claims.find((claim) => claim.type === type)?.target;
    const isEntity = target !== undefined && entityAt(graph, target) !== undefined;
    return isEntity ? named(graph, target) : null;
  };
  // A filter may have left out where it is reported, or what it is about.
  const claim = claims.find(({ type }) => type === 'REPORTED_IN') ?? claims[0];
  const { field = 'text', start = 0, end: stop = 0, places = [], confidence = 0 } = claim ?? {};
  const evidence: Cited = { paper, field, start, end: stop };
  return {
    key,
    label: name,
    ...{ value, unit, kind, qualifier, direction },
    paper: paperReference(graph, paper),
    subject: end('OF'),
    benchmark: end('ON'),
    metric: end('MEASURES'),
    baseline: end('AGAINST'),
    evidence,
    number: { paper, ...(places[0] ?? { field, start, end: stop }) },
    confidence,
    setting,
    shareOf,
  };
}

export function named(graph: KnowledgeGraph, key: string): Named {
  return { key, name: graph.getNodeAttribute(key, 'name') };
}

/** A filter may have left the paper out; then its id stands for it. */
export function paperReference(graph: KnowledgeGraph, id: string): PaperReference {
  const key = paperKey(id);
  const node = graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined;
  if (node?.type !== 'Paper') return { id, name: id, date: null, url: null };
  return { id, name: node.name, date: node.date ?? null, url: node.url ?? null };
}

/** An entity's attributes; undefined for papers and results. */
export function entityAt(graph: KnowledgeGraph, key: string): EntityNode | undefined {
  const node = graph.getNodeAttributes(key);
  return 'votes' in node ? node : undefined;
}

/** Sorts what papers say: the newest first, those without a date last. */
export function byNewest(a: PaperReference, b: PaperReference): number {
  return compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id);
}
