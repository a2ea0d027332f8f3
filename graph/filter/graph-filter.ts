import { z } from 'zod';
import { edgeType, nodeType } from '../schema.ts';

/** A year, a month or a day in ISO 8601: `2026`, `2026-03`, `2026-03-14`. */
export const period = z
  .string()
  .regex(/^\d{4}(-\d\d){0,2}$/, { error: 'expected a day, a month or a year' })
  .refine((text) => z.iso.date().safeParse(`${text}${FIRST_DAY.slice(text.length)}`).success, {
    error: 'expected a day, a month or a year: 2026-03-14, 2026-03 or 2026',
  });
const FIRST_DAY = '0000-01-01';

/**
 * Which part of a graph is wanted. A filter only takes away: what stays keeps its key and all its attributes, which
 * go on telling of the whole library (`papers` of an entity is how many papers name it there). A node stays if it passes
 * every condition that is given, an edge if it does and both its ends stay.
 */
export const graphFilter = z
  .object({
    /** Papers dated on or after the first day of this period, with what they say and name. */
    since: period,
    /** Papers dated on or before the last day of this period, with what they say and name. */
    until: period,
    /** Entities that so many papers name. A number that is about any other entity goes with it, papers stay. */
    minPapers: z.int().positive(),
    /** Nodes of these types. */
    types: z.array(nodeType).min(1),
    /** Edges of these types, and the nodes that they join. */
    relations: z.array(edgeType).min(1),
    /** A key or a name: what lies near this node in what the other conditions leave. */
    around: z.string().min(1),
    /** How many steps away from `around`, against the direction of edges too; 1 where it is not given. */
    depth: z.int().nonnegative(),
  })
  .partial();
export type GraphFilter = z.infer<typeof graphFilter>;

/** The conditions in the order in which they are applied; only `around` depends on those before it. */
export const CONDITIONS = ['since', 'until', 'minPapers', 'types', 'relations', 'around'] as const;
export type Condition = (typeof CONDITIONS)[number];
