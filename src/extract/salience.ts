import { type Document, type ExtractedEntity, RESULT_SLOTS } from '../../graph/schema.ts';
import type { Facts } from './prove.ts';
import { SALIENCE_WEIGHTS } from './salience-weights.ts';

/**
 * Says of each entity how likely it is that a reader of the paper would note it down, from where and how often it is
 * named, how its name is written, and what is said of it. A logistic regression; `training/salience.py` fits it.
 */
export function addSalience(facts: Facts, document: Document): Facts {
  const entities = facts.entities.map((entity) => {
    const described = Object.entries(describe(entity, facts, document));
    const odds = described.reduce<number>(
      (sum, [name, value]) => sum + Number(value) * (WEIGHTS[name] ?? 0),
      SALIENCE_WEIGHTS.bias,
    );
    return { ...entity, salience: Math.round(100 / (1 + Math.exp(-odds))) / 100 };
  });
  return { ...facts, entities };
}

const WEIGHTS: Readonly<Record<string, number>> = SALIENCE_WEIGHTS;

/** By the names of the weights; a type is a feature of its own. */
function describe(
  { name, type, mentions }: ExtractedEntity,
  { relations, results }: Facts,
  { text }: Document,
): Record<string, number | boolean> {
  const related = relations.filter(({ source, target }) => source === name || target === name);
  const own = related.filter(({ source }) => source !== 'Paper');
  const starts = mentions.filter(({ field }) => field === 'text').map(({ start }) => start);
  return {
    title: mentions.some(({ field }) => field === 'title'),
    mentions: Math.log(mentions.length),
    early: starts.length > 0 ? 1 - Math.min(...starts) / text.length : 1,
    coined: /[a-z][A-Z]|[A-Z]{2}|[0-9]/.test(name),
    plain: name === name.toLowerCase(),
    generic: GENERIC.test(name),
    proposed: own.length < related.length,
    relations: Math.log1p(own.length),
    results: results.some((result) => RESULT_SLOTS.some((slot) => result[slot] === name)),
    [type]: true,
  };
}

/** Names of whole classes of things end so: "diffusion models", "MLLMs". */
const GENERIC =
  /\b(?:models?|agents?|networks?|systems?|frameworks?|methods?|transformers?|[LMSV]{0,3}LMs?|LMMs?|VLAs?)$/i;
