import type { ConsideredEntity, ConsideredPair } from '../../src/extract/considered.ts';

export const consideredEntity: ConsideredEntity = {
  name: 'SimSD',
  type: 'Method',
  tags: 0.9,
  sure: 0.8,
  mentions: 3,
  first: true,
  proposed: 2,
  place: 0.1,
  forms: 1,
};

export const consideredPair: ConsideredPair = {
  source: 0,
  target: 1,
  relation: 'BUILDS_ON',
  probability: 0.7,
  none: 0.2,
  chances: { BUILDS_ON: 0.7 },
  together: true,
};
