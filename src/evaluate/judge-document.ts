import type { GoldDocument } from './gold.ts';
import { judgeEntities } from './judge-entities.ts';
import { judgeRelations } from './judge-relations.ts';
import { judgeResults, type SlotMistake } from './judge-results.ts';
import { judgeStatistics } from './judge-statistics.ts';
import type { Judged } from './judgement.ts';
import type { Prediction } from './prediction.ts';
import { sameNameIn } from './same-name.ts';

/** What is scored, in the order in which it is shown. */
export const MEASURES = [
  'entities',
  'names',
  'relations',
  'results',
  'exact',
  'values',
  'statistics',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What counts in one document, by measure. */
export type JudgedDocument = Readonly<Record<Measure, Judged>> & {
  /** How the slots of numbers that both have differ. */
  readonly slots: readonly SlotMistake[];
};

/** Compares what was found in a document with its gold; without a prediction, nothing was found. */
export function judgeDocument(gold: GoldDocument, found: Prediction | undefined): JudgedDocument {
  const sameName = sameNameIn(gold.entities);
  return {
    ...judgeEntities(gold.entities, found?.entities ?? []),
    relations: judgeRelations(gold.relations, found?.relations ?? [], sameName),
    ...judgeResults(gold.results, found?.results ?? [], sameName),
    statistics: judgeStatistics(gold.statistics, found?.statistics ?? [], sameName),
  };
}
