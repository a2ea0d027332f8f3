import type {
  ConsideredEntity,
  ConsideredNumber,
  ConsideredPair,
} from '../../src/extract/considered.ts';

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

const slot = (of: number | null) => ({ entity: of, probability: 0.5 });

/** A number whose subject is the first thing and whose metric is the second, where these may fill a slot. */
export const consideredNumber: ConsideredNumber = {
  kind: 'absolute',
  probability: 0.6,
  none: 0.4,
  unit: null,
  slots: (known) => ({
    subject: slot(known(0) ? 0 : null),
    metric: slot(known(1) ? 1 : null),
    benchmark: slot(null),
    baseline: slot(null),
  }),
};
