import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import {
  type EdgeAttributes,
  RELATION_TYPES,
  type RelationType,
  VARIANT_OF,
} from '../../graph/schema.ts';
import type { Way } from '../words.ts';

/** What papers say of one node and another, in one relation and one direction. */
export interface Claim {
  readonly other: string;
  readonly evidence: readonly EdgeAttributes[];
}

export interface ClaimGroup {
  readonly type: ShownType;
  readonly way: Way;
  readonly claims: readonly Claim[];
}

type ShownType = RelationType | typeof VARIANT_OF;
const SHOWN_TYPES: readonly ShownType[] = [...RELATION_TYPES, VARIANT_OF];

const isShown = (type: string): type is ShownType => SHOWN_TYPES.some((shown) => shown === type);

/** The relations of a node, grouped by type and direction; in a group the most often said comes first. */
export function claimsOf(graph: KnowledgeGraph, key: string): ClaimGroup[] {
  const groups = new Map<string, Map<string, EdgeAttributes[]>>();
  graph.forEachEdge(key, (_edge, attributes, source, target) => {
    if (!isShown(attributes.type) || source === target) return;
    const way: Way = source === key ? 'forward' : 'backward';
    const name = `${attributes.type} ${way}`;
    const others = groups.get(name) ?? new Map<string, EdgeAttributes[]>();
    const other = source === key ? target : source;
    others.set(other, [...(others.get(other) ?? []), attributes]);
    groups.set(name, others);
  });
  const ways: readonly Way[] = ['forward', 'backward'];
  return SHOWN_TYPES.flatMap((type) =>
    ways.flatMap((way) => {
      const others = groups.get(`${type} ${way}`);
      return others ? [{ type, way, claims: sortClaims(graph, others) }] : [];
    }),
  );
}

function sortClaims(graph: KnowledgeGraph, others: Map<string, EdgeAttributes[]>): Claim[] {
  const name = (key: string) => graph.getNodeAttribute(key, 'name');
  return [...others]
    .map(([other, evidence]) => ({ other, evidence }))
    .sort(
      (a, b) =>
        b.evidence.length - a.evidence.length || name(a.other).localeCompare(name(b.other), 'en'),
    );
}
