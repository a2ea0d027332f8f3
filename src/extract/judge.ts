import type { EntityType, ResultKind, ResultSlot, Unit } from '../../graph/schema.ts';
import { type Lexicon, lexiconKey, lookUp } from './lexicon.ts';

/**
 * How likely it is that what the networks say is right: logistic regressions on a few features, fitted on documents
 * that the networks were not trained on, so that a probability means what it says.
 * Platt, "Probabilistic outputs for support vector machines", 1999. `training/judge.py` is the same in Python.
 */
export interface Judge {
  readonly entities: Judgement;
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

type Features = Readonly<Record<string, number>>;

export interface Judgement extends Regression {
  /** The probability from which on something is said: it makes the F1 greatest. */
  readonly least: number;
}

/** An entity as the networks see it. Probabilities unless said otherwise. */
export interface ConsideredEntity {
  readonly name: string;
  readonly type: EntityType;
  /** Of there being a name, from the tags of its mentions. */
  readonly tags: number;
  /** Of its type. */
  readonly sure: number;
  readonly mentions: number;
  /** Whether it is first mentioned in the first sentence, or the title. */
  readonly first: boolean;
  /** Log-odds of the paper proposing it. */
  readonly proposed: number;
}

/** An ordered pair with the likeliest relation between its ends. */
export interface ConsideredPair {
  readonly source: number;
  readonly target: number;
  readonly relation: string;
  readonly probability: number;
  /** Of there being no relation. */
  readonly none: number;
  /** Whether their nearest mentions share a sentence. */
  readonly together: boolean;
}

/** A number with its likeliest kind and what most likely fills its slots. */
export interface ConsideredNumber {
  readonly kind: ResultKind;
  readonly unit: Unit | null;
  readonly probability: number;
  /** Of it being no result. */
  readonly none: number;
  /** What fills its slots if only some entities may. */
  readonly slots: (known: (entity: number) => boolean) => Slots;
}

export type Slots = Readonly<Record<ResultSlot, ConsideredSlot>>;

export interface ConsideredSlot {
  readonly entity: number | null;
  readonly probability: number;
}

/** What may be said of a document. */
export interface Considered {
  readonly entities: readonly ConsideredEntity[];
  readonly pairs: readonly ConsideredPair[];
  readonly numbers: readonly ConsideredNumber[];
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

/** Log-odds beyond this count alike. */
const LIMIT = 6;
/** From this probability on an entity may fill a slot, and is said if the number is: numbers need what they are about. */
const FILLER = 0.25;

/** Decides what of all that may be said of a document is said, and how sure it is. */
export function decide(considered: Considered, judge: Judge, lexicon: Lexicon): Verdict {
  const { pairs, numbers } = considered;
  const entities = entityFeatures(considered, lexicon).map((own) => apply(judge.entities, own));
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

/** How sure tags and types are, what else is said of it, how it is written, and what the name is elsewhere. */
function entityFeatures({ entities, pairs, numbers }: Considered, lexicon: Lexicon): Features[] {
  const related = entities.map(() => -LIMIT);
  const filled = entities.map(() => -LIMIT);
  const raise = (most: number[], index: number, value: number) => {
    most[index] = Math.max(most[index] ?? -LIMIT, value);
  };
  for (const { source, target, none } of pairs) {
    raise(related, source, logOdds(1 - none));
    raise(related, target, logOdds(1 - none));
  }
  for (const { none, slots } of numbers) {
    for (const { entity } of Object.values(slots(() => true))) {
      if (entity !== null) raise(filled, entity, logOdds(1 - none));
    }
  }
  const keys = entities.map(({ name }) => lexiconKey(name));
  return entities.map(({ name, type, tags, sure, mentions, first, proposed }, index) => ({
    tags: logOdds(tags),
    type: logOdds(sure),
    mentions: Math.log(mentions),
    first: Number(first),
    proposed: clamp(proposed),
    related: related[index] ?? -LIMIT,
    filled: filled[index] ?? -LIMIT,
    capitals: Number(name !== name.toLowerCase()),
    digits: Number(/[0-9]/.test(name)),
    lower: Number(/^\p{Ll}/u.test(name)),
    words: Math.log(name.split(' ').length),
    length: Math.log([...name].length),
    inside: Number(isInside(keys[index] ?? '', keys)),
    others: entities.length / 20,
    ...lookUp(lexicon, keys[index] ?? ''),
    [type]: 1,
  }));
}

/** Whether a longer name of the document has this one in it. */
const isInside = (key: string, keys: readonly string[]) =>
  keys.some((other) => other !== key && other.includes(key));

function apply({ weights }: Regression, features: Features): number {
  let sum = weights.bias ?? 0;
  for (const [name, value] of Object.entries(features)) sum += value * (weights[name] ?? 0);
  return sum;
}

/** The probability, if it is high enough to be said. */
function over({ least }: Judgement, odds: number): number | undefined {
  const probability = sigmoid(odds);
  return probability >= least ? probability : undefined;
}

const sigmoid = (odds: number) => 1 / (1 + Math.exp(-odds));
const clamp = (value: number) => Math.min(LIMIT, Math.max(-LIMIT, value));
const logOdds = (probability: number) => {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return clamp(Math.log(safe / (1 - safe)));
};
