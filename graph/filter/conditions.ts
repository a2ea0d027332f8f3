import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type EdgeType, RESULT_SLOTS, SLOTS, VARIANT_OF } from '../schema.ts';
import type { GraphFilter } from './graph-filter.ts';
import { type Selection, select } from './selection.ts';

type Given<Name extends keyof GraphFilter> = NonNullable<GraphFilter[Name]>;

/**
 * The papers whose date passes, what they claim, the numbers that they report and the entities that they name. A paper
 * without a date passes no test. `VARIANT_OF` is read from names, not claimed at a time, and stays with its ends.
 */
export function keepDated(
  graph: KnowledgeGraph,
  selection: Selection,
  passes: (date: string) => boolean,
): Selection {
  const papers = new Set<string>();
  for (const key of selection.nodes) {
    const node = graph.getNodeAttributes(key);
    if (node.type === 'Paper' && node.date !== undefined && passes(node.date)) papers.add(node.id);
  }
  const claims = (edge: string) => {
    const { type, paper } = graph.getEdgeAttributes(edge);
    return type !== VARIANT_OF && papers.has(paper);
  };
  const named = new Set<string>();
  for (const edge of selection.edges) {
    if (claims(edge)) for (const end of graph.extremities(edge)) named.add(end);
  }
  return select(
    graph,
    selection,
    (key) => {
      const node = graph.getNodeAttributes(key);
      if (node.type === 'Paper') return papers.has(node.id);
      return node.type === 'Result' ? papers.has(node.paper) : named.has(key);
    },
    (edge) => claims(edge) || graph.getEdgeAttribute(edge, 'type') === VARIANT_OF,
  );
}

/** `2026-03` begins with its first day and ends with its last one. */
export const isSince = (period: string) => (date: string) => date >= period;
export const isUntil = (period: string) => (date: string) => date.slice(0, period.length) <= period;

/** A number whose subject, metric, benchmark or baseline goes would say less than its paper does, so that it goes too. */
export function keepNamedBy(
  graph: KnowledgeGraph,
  selection: Selection,
  minPapers: Given<'minPapers'>,
): Selection {
  const isNamedOften = (key: string) => {
    const node = graph.getNodeAttributes(key);
    return !('papers' in node) || node.papers >= minPapers;
  };
  return select(graph, selection, (key) => {
    if (graph.getNodeAttribute(key, 'type') !== 'Result') return isNamedOften(key);
    return !graph.someOutEdge(
      key,
      (_, { type }, __, target) => SLOT_EDGES.has(type) && !isNamedOften(target),
    );
  });
}

const SLOT_EDGES: ReadonlySet<EdgeType> = new Set(RESULT_SLOTS.map((slot) => SLOTS[slot].edge));

export function keepTypes(
  graph: KnowledgeGraph,
  selection: Selection,
  types: Given<'types'>,
): Selection {
  const wanted = new Set(types);
  return select(graph, selection, (key) => wanted.has(graph.getNodeAttribute(key, 'type')));
}

/** @param center stays, though nothing should join it to anything */
export function keepRelations(
  graph: KnowledgeGraph,
  selection: Selection,
  relations: Given<'relations'>,
  center: string | undefined,
): Selection {
  const wanted = new Set(relations);
  const passes = (edge: string) => wanted.has(graph.getEdgeAttribute(edge, 'type'));
  const joined = new Set(center === undefined ? [] : [center]);
  for (const edge of selection.edges) {
    if (passes(edge)) for (const end of graph.extremities(edge)) joined.add(end);
  }
  return select(graph, selection, (key) => joined.has(key), passes);
}
