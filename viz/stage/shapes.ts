import type { NodeType } from '../../graph/schema.ts';

export const SHAPE_NAMES = [
  'disc',
  'ringed disc',
  'square',
  'ringed square',
  'diamond',
  'triangle',
] as const;
export type Shape = (typeof SHAPE_NAMES)[number];

/** Colour is never the only thing that tells two types apart. */
export const SHAPES: Readonly<Record<NodeType, Shape>> = {
  Method: 'disc',
  Model: 'ringed disc',
  Benchmark: 'square',
  Dataset: 'ringed square',
  Metric: 'diamond',
  Task: 'triangle',
  Paper: 'disc',
  Result: 'disc',
};
