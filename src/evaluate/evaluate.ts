import { ENTITY_TYPES, RELATION_TYPES } from '../../graph/schema.ts';
import { bootstrapF1, type Interval } from './bootstrap.ts';
import type { GoldDocument } from './gold.ts';
import { judgeDocument, MEASURES, type Measure } from './judge-document.ts';
import { type Judged, ofType, toTally } from './judgement.ts';
import { findMistakes, type Mistake } from './mistakes.ts';
import type { Prediction } from './prediction.ts';
import { type Score, sumTallies, toScore } from './score.ts';

/** The score over all documents together, and where its F1 lies with 95 % confidence. */
export interface Scored extends Score {
  readonly interval: Interval;
}

export interface Evaluation {
  /** How many documents the gold has. */
  readonly documents: number;
  readonly measures: Readonly<Record<Measure, Scored>>;
  /** `entities` by type; only types that occur. */
  readonly types: Readonly<Record<string, Scored>>;
  /** `relations` by type; only types that occur. */
  readonly relationTypes: Readonly<Record<string, Scored>>;
  readonly mistakes: readonly Mistake[];
  /** Documents of the gold for which there is no prediction: all in them counts as missed. */
  readonly unpredicted: readonly string[];
  /** Predictions for documents that the gold does not have: nothing in them counts. */
  readonly unknown: readonly string[];
}

/**
 * Scores predictions against a gold, document by document on sets of names; precision, recall and F1
 * are over all documents together. Of two predictions for one document the last counts.
 */
export function evaluate(
  gold: readonly GoldDocument[],
  predictions: readonly Prediction[],
): Evaluation {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const ids = new Set(gold.map((document) => document.id));
  const judged = gold.map((document) => judgeDocument(document, byId.get(document.id)));
  const measures = MEASURES.map((measure) => [measure, scoreOf(judged.map((one) => one[measure]))]);
  return {
    documents: gold.length,
    // Its entries are exactly the measures.
    measures: Object.fromEntries(measures) as Record<Measure, Scored>,
    types: scoreByType(
      judged.map((one) => one.entities),
      ENTITY_TYPES,
    ),
    relationTypes: scoreByType(
      judged.map((one) => one.relations),
      RELATION_TYPES,
    ),
    mistakes: gold.flatMap((document, index) => {
      const own = judged[index];
      return own ? findMistakes(document, own) : [];
    }),
    unpredicted: [...ids].filter((id) => !byId.has(id)),
    unknown: [...byId.keys()].filter((id) => !ids.has(id)),
  };
}

function scoreOf(documents: readonly Judged[]): Scored {
  const tallies = documents.map(toTally);
  return { ...toScore(sumTallies(tallies)), interval: bootstrapF1(tallies) };
}

/** In the order of the known types, others of a prediction after them. */
function scoreByType(
  documents: readonly Judged[],
  known: readonly string[],
): Record<string, Scored> {
  const all = documents.flatMap(({ predicted, gold }) => [...predicted, ...gold]);
  const present = new Set(all.map(({ type }) => type));
  const others = [...present].filter((type) => !known.includes(type)).sort();
  const types = [...known.filter((type) => present.has(type)), ...others];
  return Object.fromEntries(
    types.map((type) => [type, scoreOf(documents.map((judged) => ofType(judged, type)))]),
  );
}
