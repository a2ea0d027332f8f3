import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { Place } from '../schema.ts';
import { compare } from '../union.ts';
import { entityAt } from './reported-result.ts';

/** A paper's own text; undefined where the paper is not at hand. */
export type TextOf = (paper: string, field: Place['field']) => string | undefined;

/** How much of a graph shows the words that say so. */
export interface Coverage {
  readonly claims: number;
  /** Claims whose place holds words of their paper, and where every place of a mention and each number does. */
  readonly shown: number;
  /** Entities and results, and those of them that some shown claim leads to or from. */
  readonly things: number;
  readonly shownThings: number;
  /** Keys of claims and things that show nothing, sorted; at most 100. */
  readonly missing: readonly string[];
}

const MOST = 100;

/** Looks up the words behind every claim. All of a library that this version built is covered. */
export function evidenceCoverage(graph: KnowledgeGraph, textOf: TextOf): Coverage {
  const missing: string[] = [];
  const shown = new Set<string>();
  graph.forEachEdge((key, { paper, field, start, end, places = [] }, source, target) => {
    const holds = [{ field, start, end }, ...places].every((place) => {
      const words = textOf(paper, place.field)?.slice(place.start, place.end) ?? '';
      return words.trim() !== '' && words.length === place.end - place.start;
    });
    if (!holds) missing.push(key);
    else for (const end of [source, target]) shown.add(end);
  });
  const bare = missing.length;
  const things = graph
    .nodes()
    .filter((key) => entityAt(graph, key) || graph.getNodeAttribute(key, 'type') === 'Result');
  for (const key of things) if (!shown.has(key)) missing.push(key);
  return {
    claims: graph.size,
    shown: graph.size - bare,
    things: things.length,
    shownThings: things.length - (missing.length - bare),
    missing: missing.sort(compare).slice(0, MOST),
  };
}
