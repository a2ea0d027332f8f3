import { z } from 'zod';
import { entityType } from '../../graph/schema.ts';

const side = z.object({
  name: z.string().min(1),
  type: entityType,
  aliases: z.array(z.string().min(1)).default([]),
});
export type PairSide = z.infer<typeof side>;

/** A line of a file of pairs: entities as two papers would yield them, and whether they must be one node. */
export const pair = z.object({ a: side, b: side, same: z.boolean() });
export type Pair = z.infer<typeof pair>;
