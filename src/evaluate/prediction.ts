import { z } from 'zod';

// Whatever system predicted it: types are compared as they are, and what the schema of the graph forbids is merely wrong.
const name = z.string().nullish();

const predictedEntity = z.object({
  name: z.string(),
  type: z.string(),
  aliases: z.array(z.string()).default([]),
});
export type PredictedEntity = z.infer<typeof predictedEntity>;

const predictedRelation = z.object({ source: z.string(), type: z.string(), target: z.string() });
export type PredictedRelation = z.infer<typeof predictedRelation>;

const predictedResult = z.object({
  subject: name,
  metric: name,
  benchmark: name,
  baseline: name,
  value: z.number(),
  unit: z.string().nullish(),
  kind: z.string(),
});
export type PredictedResult = z.infer<typeof predictedResult>;

const predictedStatistic = z.object({ entity: name, what: z.string(), value: z.number() });
export type PredictedStatistic = z.infer<typeof predictedStatistic>;

/** What was found in a document; an `Extraction` is one. */
export const prediction = z.object({
  id: z.string().min(1),
  entities: z.array(predictedEntity).default([]),
  relations: z.array(predictedRelation).default([]),
  results: z.array(predictedResult).default([]),
  statistics: z.array(predictedStatistic).default([]),
});
export type Prediction = z.infer<typeof prediction>;
