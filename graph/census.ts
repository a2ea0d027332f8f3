import { z } from 'zod';
import {
  type EdgeLine,
  ENTITY_TYPES,
  entityType,
  type NodeLine,
  RELATION_TYPES,
  relationType,
} from './schema.ts';

const count = z.int().nonnegative();

/** How many of what a graph holds. */
export const census = z.object({
  nodes: count,
  edges: count,
  entities: z.record(entityType, count),
  relations: z.record(relationType, count),
  results: count,
  /** Entities that several papers name. */
  shared: count,
});
export type Census = z.infer<typeof census>;

/** Counts lines that pass by on their way to somebody else. */
export function createCensus() {
  const counts = new Map<string, number>();
  let shared = 0;
  const add = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const of = (kind: string) => counts.get(kind) ?? 0;
  return {
    *nodes(lines: Iterable<NodeLine>): Generator<NodeLine> {
      for (const line of lines) {
        add(line.type);
        add('node');
        if ('papers' in line && line.papers > 1) shared += 1;
        yield line;
      }
    },
    *edges(lines: Iterable<EdgeLine>): Generator<EdgeLine> {
      for (const line of lines) {
        add(line.type);
        add('edge');
        yield line;
      }
    },
    /** What has passed by so far. */
    get counts(): Census {
      const all = <K extends string>(kinds: readonly K[]) =>
        Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<K, number>; // one entry for each kind
      return {
        nodes: of('node'),
        edges: of('edge'),
        entities: all(ENTITY_TYPES),
        relations: all(RELATION_TYPES),
        results: of('Result'),
        shared,
      };
    },
  };
}
