import type { EdgeType, EntityType, NodeType, ResultKind } from '../graph/schema.ts';

/** How an edge reads from its source and from its target. */
const RELATIONS: Readonly<Record<EdgeType, { forward: string; backward: string }>> = {
  PROPOSES: { forward: 'proposes', backward: 'is proposed by' },
  EVALUATED_ON: { forward: 'is tested on', backward: 'tests' },
  TRAINED_ON: { forward: 'is trained on', backward: 'trains' },
  MEASURED_BY: { forward: 'is measured by', backward: 'measures' },
  OUTPERFORMS: { forward: 'outperforms', backward: 'is outperformed by' },
  COMPARED_WITH: { forward: 'is compared with', backward: 'is compared with' },
  BUILDS_ON: { forward: 'builds on', backward: 'is built on by' },
  PART_OF: { forward: 'is part of', backward: 'has as part' },
  ADDRESSES: { forward: 'addresses', backward: 'is addressed by' },
  MENTIONS: { forward: 'mentions', backward: 'is mentioned by' },
  OF: { forward: 'is a number of', backward: 'has the number' },
  ON: { forward: 'is measured on', backward: 'has the number' },
  MEASURES: { forward: 'measures', backward: 'has the number' },
  AGAINST: { forward: 'is compared with', backward: 'is the baseline of' },
  VARIANT_OF: { forward: 'is a variant of', backward: 'has the variant' },
  REPORTED_IN: { forward: 'is reported in', backward: 'reports' },
};

export type Way = 'forward' | 'backward';

/** `('EVALUATED_ON', 'forward')` -> `is tested on`. */
export const relationWords = (type: EdgeType, way: Way): string => RELATIONS[type][way];

const PLURALS: Readonly<Record<NodeType, string>> = {
  Paper: 'Papers',
  Method: 'Methods',
  Model: 'Models',
  Benchmark: 'Benchmarks',
  Dataset: 'Datasets',
  Metric: 'Metrics',
  Task: 'Tasks',
  Result: 'Results',
};

export const plural = (type: NodeType): string => PLURALS[type];

/** `(1, 'paper')` -> `1 paper`, `(2100, 'paper')` -> `2,100 papers`. */
export function count(amount: number, noun: string, nouns = `${noun}s`): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? noun : nouns}`;
}

const KINDS: Readonly<Record<ResultKind, string>> = {
  absolute: '',
  gain: 'gain',
  reduction: 'reduction',
  ratio: '',
};

/** What kind of number it is, where its sign alone might be overlooked; of a score or a factor the name says it. */
export const kindWords = (kind: ResultKind): string => KINDS[kind];

const KIND_NAMES: Readonly<Record<ResultKind, string>> = {
  absolute: 'score',
  gain: 'gain',
  reduction: 'reduction',
  ratio: 'factor',
};

/** What a number of a kind is called: `ratio` -> `factor`. */
export const kindName = (kind: ResultKind): string => KIND_NAMES[kind];

const MONTH = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', timeZone: 'UTC' });

/** `2026-03-14` -> `Mar 2026`. What is no date stays as it is. */
export function monthWords(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : MONTH.format(time);
}

/** `12 * 2026 + 2` (months since the year 0) -> `Mar 2026`. */
export const monthOfYear = (month: number): string =>
  MONTH.format(Date.UTC(Math.floor(month / 12), month % 12));

/** `Method` -> `method`: a type inside a sentence. */
export const typeWord = (type: EntityType): string => type.toLowerCase();
