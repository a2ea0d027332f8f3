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
 * of those in `keys`. Sorted; where two would overlap, the longer stands.
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
    const node = graph.getNodeAttributes(type === 'REPORTED_IN' ? source : target);
    if (type === 'REPORTED_IN' && node.type === 'Result') add(source, 'Result', places ?? []);
    if (type !== 'MENTIONS' || node.type === 'Paper' || node.type === 'Result') return;
    if (!keys || keys.has(target)) add(target, node.type, places ?? []);
  });
  return withoutOverlaps(found);
}

function withoutOverlaps(marks: Mark[]): Mark[] {
  marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
  const kept: Mark[] = [];
  for (const mark of marks) if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark);
  return kept;
}
