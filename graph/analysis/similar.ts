import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { EdgeType, EntityNode } from '../schema.ts';
import { compare } from '../union.ts';
import { entityAt, type Named, named, reportedResults } from './reported-result.ts';

/** A thing that has much in common with another one. */
export interface Similar extends Named {
  readonly type: EntityNode['type'];
  readonly papers: number;
  readonly score: number;
  /** What the two share, the weightiest first. */
  readonly reasons: readonly SharedReason[];
}

export interface SharedReason extends Named {
  /** How both are related to it. */
  readonly relation: EdgeType;
  /** Whether it is the end that the relation leads to, or the one that it comes from. */
  readonly way: 'to' | 'from';
  readonly weight: number;
}

/** How much a relation to the same thing says: the same tests and problem more than the same metric. */
const WEIGHTS: Partial<Readonly<Record<EdgeType, number>>> = {
  EVALUATED_ON: 1,
  ADDRESSES: 1,
  TRAINED_ON: 0.75,
  BUILDS_ON: 0.75,
  PART_OF: 0.75,
  OUTPERFORMS: 0.5,
  COMPARED_WITH: 0.5,
  MEASURED_BY: 0.25,
};

/**
 * What is most like a node: entities of its kind that are related in the same way to the same things. A thing that few
 * are related to weighs more, by the inverse logarithm of how many are (Adamic and Adar, Friends and neighbors on the
 * Web, 2003). Class terms ("LLM") neither count nor are found.
 * Alpha and Beta are both tested on MATH, as nobody else is ->
 * `{ name: Beta, score: 0.91, reasons: [{ name: MATH, relation: EVALUATED_ON, way: to }] }`
 * @param limit how many at most
 */
export function similar(graph: KnowledgeGraph, key: string, limit = 10): Similar[] {
  const own = entityAt(graph, key);
  if (!own) return [];
  const ties = tiesOf(graph);
  const found = new Map<string, SharedReason[]>();
  for (const { relation, way, key: shared } of ties(key)) {
    const others = ties(shared)
      .filter((tie) => tie.relation === relation && tie.way !== way && tie.key !== key)
      .map((tie) => tie.key);
    const distinct = [...new Set(others)].filter((other) => isAlike(graph, own, other));
    const weight = (WEIGHTS[relation] ?? 0) / Math.log(distinct.length + 2);
    for (const other of distinct) {
      const reason = { ...named(graph, shared), relation, way, weight: round(weight) };
      found.set(other, [...(found.get(other) ?? []), reason]);
    }
  }
  return [...found]
    .map(([other, reasons]) => toSimilar(graph, other, reasons))
    .sort((a, b) => b.score - a.score || b.papers - a.papers || compare(a.key, b.key))
    .slice(0, limit);
}

type Tie = Pick<SharedReason, 'key' | 'relation' | 'way'>;

/** What each node is related to, once for each relation. A number of a method on a benchmark is a test on it. */
function tiesOf(graph: KnowledgeGraph): (key: string) => readonly Tie[] {
  const ties = new Map<string, Map<string, Tie>>();
  const add = (key: string, relation: EdgeType, way: Tie['way'], other: string) => {
    const own = ties.get(key) ?? new Map<string, Tie>();
    ties.set(key, own.set(JSON.stringify([relation, way, other]), { key: other, relation, way }));
  };
  const join = (source: string, relation: EdgeType, target: string) => {
    const isThing = (key: string) => entityAt(graph, key)?.classTerm === false;
    if (source === target || !isThing(source) || !isThing(target)) return;
    add(source, relation, 'to', target);
    add(target, relation, 'from', source);
  };
  graph.forEachEdge((_, { type }, source, target) => {
    if (WEIGHTS[type] !== undefined) join(source, type, target);
  });
  for (const { subject, benchmark } of reportedResults(graph)) {
    if (subject && benchmark) join(subject.key, 'EVALUATED_ON', benchmark.key);
  }
  return (key) => [...(ties.get(key)?.values() ?? [])];
}

/** Methods and models are of one kind, benchmarks and datasets of another. */
function isAlike(graph: KnowledgeGraph, own: EntityNode, other: string): boolean {
  const entity = entityAt(graph, other);
  return entity !== undefined && !entity.classTerm && KIND[entity.type] === KIND[own.type];
}

const KIND: Readonly<Record<EntityNode['type'], string>> = {
  Method: 'system',
  Model: 'system',
  Benchmark: 'collection',
  Dataset: 'collection',
  Metric: 'metric',
  Task: 'task',
};

function toSimilar(graph: KnowledgeGraph, key: string, reasons: readonly SharedReason[]): Similar {
  const entity = entityAt(graph, key);
  return {
    ...named(graph, key),
    type: entity?.type ?? 'Method',
    papers: entity?.papers ?? 0,
    score: round(reasons.reduce((sum, { weight }) => sum + weight, 0)),
    reasons: [...reasons].sort((a, b) => b.weight - a.weight || compare(a.key, b.key)),
  };
}

/** Sums of logarithms differ in their last bits from one machine to another. */
const round = (value: number) => Number(value.toFixed(4));
