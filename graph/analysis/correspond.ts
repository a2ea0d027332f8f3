import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { compare } from '../union.ts';
import { entityAt } from './reported-result.ts';

/** Which entities of two graphs are one thing: keys in the order of their names; a thing of one graph alone is not there. */
export interface Correspondence {
  /** Of each entity of the later graph, those of the earlier one that it was. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Of each entity of the earlier graph, those of the later one that it is. */
  readonly after: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds the entities of one graph in another by the places where papers mention them. Where no place is in both, because its
 * papers are new or were read anew, one key is one thing.
 */
export function correspond(before: KnowledgeGraph, after: KnowledgeGraph): Correspondence {
  const links = { before: new Map<string, Set<string>>(), after: new Map<string, Set<string>>() };
  const link = (old: string, young: string) => {
    links.after.set(old, (links.after.get(old) ?? new Set()).add(young));
    links.before.set(young, (links.before.get(young) ?? new Set()).add(old));
  };
  const known = mentionedAt(before);
  for (const [place, young] of mentionedAt(after)) {
    const old = known.get(place);
    if (old !== undefined) link(old, young);
  }
  for (const key of before.nodes()) {
    const isOpen = entityAt(before, key) && !links.after.has(key) && !links.before.has(key);
    if (isOpen && after.hasNode(key) && entityAt(after, key)) link(key, key);
  }
  return { before: sorted(links.before), after: sorted(links.after) };
}

/** The entity at each place that mentions one. */
function mentionedAt(graph: KnowledgeGraph): Map<string, string> {
  const found = new Map<string, string>();
  graph.forEachEdge((_, { type, paper, places = [] }, __, target) => {
    if (type !== 'MENTIONS') return;
    for (const { field, start, end } of places) {
      found.set(JSON.stringify([paper, field, start, end]), target);
    }
  });
  return found;
}

function sorted(links: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  return new Map(
    [...links]
      .sort(([a], [b]) => compare(a, b))
      .map(([key, others]) => [key, [...others].sort(compare)]),
  );
}
