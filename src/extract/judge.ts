import type { Considered, Slots } from './considered.ts';
import { clamp, entityFeatures, type Features, LIMIT, logOdds, sigmoid } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { oddsOf, type Trees } from './trees.ts';

/**
 * How likely it is that what the networks say is right, fitted on documents that they were not trained on, so that a
 * probability means what it says: boosted trees for entities, for the others logistic regressions on a few
 * features. Platt, "Probabilistic outputs for support vector machines", 1999. `training/judge.py` is the same in Python.
 */
export interface Judge {
  readonly entities: Least;
  readonly proposals: Judgement;
  readonly relations: Judgement;
  /** Of a number being a result of its kind and unit, whatever fills its slots: what decides whether it is said. */
  readonly values: Judgement;
  /** Of all that is said of a number. */
  readonly results: Regression;
}

export interface Regression {
  /** By the names of the features, and `bias`; a feature without a weight counts for nothing. */
  readonly weights: Features;
}

export interface Least {
  /** The probability from which on something is said: it makes the F1 greatest. */
  readonly least: number;
}

export interface Judgement extends Regression, Least {}

/** All that decides: what was fitted, and what is known of names from other abstracts. */
export interface JudgeModel {
  readonly judge: Judge;
  /** Of entities. */
  readonly trees: Trees;
  readonly lexicon: Lexicon;
}

/** The probability of each candidate that is worth saying, undefined for the others. */
export interface Verdict {
  readonly entities: readonly (number | undefined)[];
  /** By entity. */
  readonly proposals: readonly (number | undefined)[];
  /** By pair; a relation of an entity that is not said is not said either. */
  readonly relations: readonly (number | undefined)[];
  readonly results: readonly (number | undefined)[];
  /** By number: what fills its slots. */
  readonly slots: readonly Slots[];
}

/** From this probability on an entity may fill a slot, and is said if the number is: numbers need what they are about. */
const FILLER = 0.25;

/** Decides what of all that may be said of a document is said, and how sure it is. */
export function decide(considered: Considered, { judge, trees, lexicon }: JudgeModel): Verdict {
  const { pairs, numbers } = considered;
  const entities = entityFeatures(considered, lexicon).map((own) => oddsOf(trees, own));
  const odds = (entity: number | null) => (entity === null ? LIMIT : (entities[entity] ?? LIMIT));
  const least = Math.min(FILLER, judge.entities.least);
  const mayFill = entities.map((value) => sigmoid(value) >= least);
  const filled = numbers.map(({ slots }) => slots((entity) => mayFill[entity] ?? false));
  const results = numbers.map(({ kind, probability }, index) => {
    const slots = Object.entries(filled[index] ?? {});
    const features = {
      score: logOdds(probability),
      ...Object.fromEntries(slots.map(([slot, own]) => [slot, logOdds(own.probability)])),
      entities: Math.min(...slots.map(([, { entity }]) => odds(entity))),
      [kind]: 1,
    };
    if (over(judge.values, apply(judge.values, features)) === undefined) return undefined;
    return sigmoid(apply(judge.results, features));
  });
  const fillers = new Set(
    filled
      .filter((_, index) => results[index] !== undefined)
      .flatMap((slots) => Object.values(slots).map(({ entity }) => entity)),
  );
  const said = entities.map((value, index) =>
    fillers.has(index) ? sigmoid(value) : over(judge.entities, value),
  );
  return {
    entities: said,
    proposals: considered.entities.map(({ type, proposed }, index) =>
      said[index] === undefined
        ? undefined
        : over(
            judge.proposals,
            apply(judge.proposals, { score: clamp(proposed), entity: odds(index), [type]: 1 }),
          ),
    ),
    relations: pairs.map(({ source, target, relation, probability, together }) => {
      if (said[source] === undefined || said[target] === undefined) return undefined;
      const features = {
        score: logOdds(probability),
        source: odds(source),
        target: odds(target),
        together: Number(together),
        [relation]: 1,
      };
      return over(judge.relations, apply(judge.relations, features));
    }),
    results,
    slots: filled,
  };
}

function apply({ weights }: Regression, features: Features): number {
  let sum = weights.bias ?? 0;
  for (const [name, value] of Object.entries(features)) sum += value * (weights[name] ?? 0);
  return sum;
}

/** The probability, if it is high enough to be said. */
function over({ least }: Least, odds: number): number | undefined {
  const probability = sigmoid(odds);
  return probability >= least ? probability : undefined;
}
