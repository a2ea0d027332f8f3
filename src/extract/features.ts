import type { Considered } from './considered.ts';
import { type Lexicon, lexiconKey, lookUp, lookUpWords } from './lexicon.ts';
import { isUpper } from './read.ts';

/** What is known of a candidate; what it has not is 0. `training/features.py` is the same in Python. */
export type Features = Readonly<Record<string, number>>;

/** Log-odds beyond this count alike. */
export const LIMIT = 6;

/** Of each entity: how sure tags and types are, what else is said of it, and what it and its words are elsewhere. */
export function entityFeatures(considered: Considered, lexicon: Lexicon): Features[] {
  const { entities } = considered;
  const { related, filled } = strongest(considered);
  const ends = likeliest(considered);
  const keys = entities.map(({ name }) => lexiconKey(name));
  return entities.map((entity, index) => {
    const { name, type, tags, sure, mentions, first, proposed, place, forms } = entity;
    return {
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
      place,
      order: entities.filter((other) => other.place < place).length,
      forms,
      upper: Number(isUpper(name)),
      hyphen: Number(name.includes('-')),
      plural: Number(name.endsWith('s')),
      large: (name.match(/\p{Uppercase}/gu) ?? []).length / [...name].length,
      proposals: entities.filter((other) => other.proposed > proposed).length,
      ...lookUpWords(lexicon, name),
      ...ends[index],
    };
  });
}

/** For each entity the log-odds of it being related to something, and of it filling a slot. */
function strongest({ entities, pairs, numbers }: Considered) {
  const related = entities.map(() => -LIMIT);
  const filled = entities.map(() => -LIMIT);
  for (const { source, target, none } of pairs) {
    raise(related, source, logOdds(1 - none));
    raise(related, target, logOdds(1 - none));
  }
  for (const { none, slots } of numbers) {
    for (const { entity } of Object.values(slots(() => true))) {
      if (entity !== null) raise(filled, entity, logOdds(1 - none));
    }
  }
  return { related, filled };
}

/** For each entity the greatest probability of each relation from it, and to it. */
function likeliest({ entities, pairs }: Considered): Features[] {
  const ends = entities.map((): Record<string, number> => ({}));
  for (const { source, target, chances } of pairs) {
    for (const [relation, chance] of Object.entries(chances)) {
      for (const [end, entity] of [
        [`source ${relation}`, ends[source]],
        [`target ${relation}`, ends[target]],
      ] as const) {
        if (entity) entity[end] = Math.max(entity[end] ?? 0, chance);
      }
    }
  }
  return ends;
}

/** Whether a longer name of the document has this one in it. */
const isInside = (key: string, keys: readonly string[]) =>
  keys.some((other) => other !== key && other.includes(key));

function raise(most: number[], index: number, value: number): void {
  most[index] = Math.max(most[index] ?? -LIMIT, value);
}

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));
export const clamp = (value: number): number => Math.min(LIMIT, Math.max(-LIMIT, value));
export const logOdds = (probability: number): number => {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return clamp(Math.log(safe / (1 - safe)));
};
