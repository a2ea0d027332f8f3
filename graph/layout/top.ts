import { byImportance, importances } from '../importance.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';

/** How many entities the explorer draws before the reader asks for more. */
export const SHOWN_FIRST = 2_000;

/** The entities that are drawn first, the most important first; none where all of them are. */
export function topOf(graph: KnowledgeGraph, most: number): string[] {
  const entities = graph.filterNodes((_key, node) => 'papers' in node);
  return entities.length > most ? byImportance(entities, importances(graph)).slice(0, most) : [];
}
