import type { EntityType } from '../schema.ts';

/** Types inside which names may meet: one thing is called Method here and Model there. */
export const TYPE_GROUP = {
  Method: 'system',
  Model: 'system',
  Benchmark: 'collection',
  Dataset: 'collection',
  Metric: 'metric',
  Task: 'task',
} as const satisfies Record<EntityType, string>;

export type TypeGroup = (typeof TYPE_GROUP)[EntityType];
