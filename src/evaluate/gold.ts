import { z } from 'zod';
import { document, entityType, relationType, resultKind, unit } from '../../graph/schema.ts';

const name = z.string().nullish();
const slots = { subject: name, metric: name, benchmark: name, baseline: name };

const goldEntity = z.object({
  name: z.string().min(1),
  /** The first choice, then others that are right too. */
  types: z.array(entityType).min(1),
  aliases: z.array(z.string()).default([]),
  /** False for what is right to find and no fault to miss. */
  required: z.boolean().default(true),
});
export type GoldEntity = z.infer<typeof goldEntity>;

const end = z.string().min(1);
const goldRelation = z
  .tuple([end, relationType, end, z.literal('optional').optional()])
  .transform(([source, type, target, optional]) => ({
    source,
    type,
    target,
    optional: optional !== undefined,
  }));
export type GoldRelation = z.infer<typeof goldRelation>;

const goldResult = z.object({
  ...slots,
  value: z.number(),
  unit: unit.nullish(),
  kind: resultKind,
  optional: z.boolean().default(false),
});
export type GoldResult = z.infer<typeof goldResult>;

const goldStatistic = z.object({
  entity: name,
  what: z.string(),
  /** Some readers wrote words or ranges: what is no number cannot be found, and does not count. */
  value: z.union([z.number(), z.string()]),
});
export type GoldStatistic = z.infer<typeof goldStatistic>;

/** A line of a gold file: a document, with what a reader found in it. A relation is `[source, type, target, "optional"?]`. */
export const goldDocument = document.pick({ id: true, title: true, text: true }).extend({
  entities: z.array(goldEntity),
  relations: z.array(goldRelation).default([]),
  results: z.array(goldResult).default([]),
  statistics: z.array(goldStatistic).default([]),
});
export type GoldDocument = z.infer<typeof goldDocument>;
