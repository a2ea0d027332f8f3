import { type KnowledgeGraph, paperKey } from '../../graph/knowledge-graph.ts';
import type { EntityType, Place } from '../../graph/schema.ts';

/** Words of a document that stand for an entity or a number. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly type: EntityType | 'Result';
}

/**
 * What of a place in a paper to mark: the mentions of the entities and the numbers that stand there, or only
 * those of the entities and results in `keys`. Sorted; where two would overlap, the longer stands.
 */
export function marksIn(
  graph: KnowledgeGraph,
  paper: string,
  place: Place,
  keys?: ReadonlySet<string>,
): Mark[] {
  const found: Mark[] = [];
  const add = (key: string, type: Mark['type'], places: readonly Place[]) => {
    for (const { field, start, end } of places) {
      if (field !== place.field || start < place.start || end > place.end) continue;
      found.push({ start, end, key, type });
    }
  };
  const page = paperKey(paper);
  if (!graph.hasNode(page)) return [];
  graph.forEachEdge(page, (_edge, { type, places }, source, target) => {
    if (type !== 'REPORTED_IN' && type !== 'MENTIONS') return;
    const key = type === 'REPORTED_IN' ? source : target;
    const node = graph.getNodeAttributes(key);
    if (node.type === 'Paper' || (keys && !keys.has(key))) return;
    add(key, node.type, places ?? []);
  });
  return withoutOverlaps(found);
}

/** Where a number that ends at `end` ends with its unit: `('to 31.6% accuracy', 7)` -> 8. */
export function endOfUnit(text: string, end: number): number {
  UNIT.lastIndex = end;
  return UNIT.test(text) ? UNIT.lastIndex : end;
}

const UNIT = /(?:[%×]|x(?![\p{L}\p{N}])| points?(?![\p{L}\p{N}]))/uy;

function withoutOverlaps(marks: Mark[]): Mark[] {
  marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
  const kept: Mark[] = [];
  for (const mark of marks) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
