import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { ENTITY_TYPES, type EntityType } from '../schema.ts';
import { entityAt } from './reported-result.ts';

/** What came in a month: papers, the numbers that they report, and entities that no earlier paper names. */
export interface Period {
  readonly papers: number;
  readonly results: number;
  readonly entities: Readonly<Record<EntityType, number>>;
}

export interface Timeline {
  /** Every month from the first to the last, also those in which nothing came. */
  readonly months: readonly (Period & { readonly month: string })[];
  /** What has no date. */
  readonly undated: Period;
}

/** Counts by month. A paper of 2026-03-14 that first names two methods -> `{ month: '2026-03', papers: 1, entities: { Method: 2 } }` */
export function timeline(graph: KnowledgeGraph): Timeline {
  const months = new Map<string, Tally>();
  const undated = newTally();
  const at = (date: string | undefined) => {
    if (date === undefined) return undated;
    const month = date.slice(0, 'yyyy-mm'.length);
    const tally = months.get(month) ?? newTally();
    months.set(month, tally);
    return tally;
  };
  const dates = new Map<string, string>();
  graph.forEachNode((_, node) => {
    if (node.type !== 'Paper') return;
    at(node.date).papers += 1;
    if (node.date !== undefined) dates.set(node.id, node.date);
  });
  graph.forEachNode((key, node) => {
    if (node.type === 'Result') at(dates.get(node.paper)).results += 1;
    const entity = entityAt(graph, key);
    if (entity && !entity.classTerm) at(entity.firstSeen).entities[entity.type] += 1;
  });
  const known = [...months.keys()].sort();
  return {
    months: monthsFrom(known[0], known.at(-1)).map((month) => ({
      month,
      ...(months.get(month) ?? newTally()),
    })),
    undated,
  };
}

interface Tally {
  papers: number;
  results: number;
  readonly entities: Record<EntityType, number>;
}

function newTally(): Tally {
  // Every type is there, which fromEntries does not tell.
  const entities = Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0])) as Tally['entities'];
  return { papers: 0, results: 0, entities };
}

/** `2025-11` to `2026-02` -> the four of them */
function monthsFrom(first: string | undefined, last: string | undefined): string[] {
  const [from, to] = [first, last].map((month) => {
    const [year = 0, number = 1] = (month ?? '').split('-').map(Number);
    return year * 12 + number - 1;
  });
  if (first === undefined || from === undefined || to === undefined) return [];
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const month = from + at;
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
