/** Written by `training/salience.py`. */
export const SALIENCE_WEIGHTS = {
  bias: 0.844,
  title: -0.225,
  mentions: 0.628,
  early: -0.424,
  coined: 0.046,
  plain: -0.728,
  generic: -1.352,
  proposed: 0.327,
  relations: 1.061,
  results: 0.796,
  Method: -0.109,
  Model: -0.214,
  Benchmark: 0.468,
  Dataset: -0.004,
  Metric: -0.186,
  Task: 0.046,
} as const;
