import { z } from 'zod';
import { entityType, RESULT_SLOTS, relationType, resultKind, unit } from '../../graph/schema.ts';

const tag = z.union([z.literal('O'), z.templateLiteral([z.enum(['B', 'I']), '-', entityType])]);
const kind = z.union([
  z.literal('none'),
  z.templateLiteral([resultKind, '|', z.union([unit, z.literal('None')])]),
]);
const pairRelation = z.union([z.literal('none'), relationType.exclude(['PROPOSES'])]);
const types = z.array(entityType);

const regression = z.object({ weights: z.record(z.string(), z.number()) });
const least = z.object({ least: z.number().min(0).max(1) });
const judgement = regression.extend(least.shape);

/** What the outputs of the model stand for, in their order: `labels.json`. */
export const labels = z.object({
  tags: z.array(tag).min(1),
  types: types.min(1),
  relations: z.array(pairRelation).min(1),
  /** Source types and target types of each relation. */
  signatures: z.record(z.string(), z.tuple([types, types])),
  kinds: z.array(kind).min(1),
  roles: z.array(z.enum(RESULT_SLOTS)),
  roleTypes: z.record(z.string(), types),
  /** Added to the score of "no entity"; the weight of the tags in typing. */
  thresholds: z.object({ o_bias: z.number(), vote: z.number() }),
  /** What is said of all that is likely. */
  judge: z.object({
    entities: least,
    proposals: judgement,
    relations: judgement,
    values: judgement,
    results: regression,
  }),
});
export type Labels = z.infer<typeof labels>;
