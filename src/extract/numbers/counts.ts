import type { Sentence } from '../../../graph/text/sentences.ts';
import { CARDINALS } from '../number-words.ts';
import type { Span } from '../read.ts';
import { COUNT_NOUNS, COUNT_WEIGHTS } from './count-weights.ts';
import { readValue } from './value.ts';

/** A count that describes the size of a thing: 538 tasks of DeskCraft. Spans are of the source. */
export interface Count {
  /** Index of the entity. */
  readonly entity: number;
  readonly value: number;
  /** The number and what it counts: "538 tasks". */
  readonly number: Span;
  readonly what: Span;
  /** The sentence; from the one on that names the thing, where that stands a little before. */
  readonly evidence: Span;
}

/** What may be counted: an entity with its type and its mentions. */
export interface Counted {
  readonly type: string;
  readonly mentions: readonly Span[];
  /** Whether the paper proposes it. */
  readonly proposed: boolean;
}

/** A number with a plural noun, "538 tasks", or one of parameters, "2B parameters". */
export interface CountPhrase {
  readonly value: number;
  readonly number: Span;
  readonly what: Span;
  /** The last word of what is counted, in small letters. */
  readonly noun: string;
  /** Index of its sentence. */
  readonly sentence: number;
  /** What speaks for and against its being a statistic of anything. */
  readonly features: Features;
}

/** Values by the names of the weights; what is missing is 0. */
export type Features = Readonly<Record<string, number>>;

/**
 * Finds the counts that say how large a thing is, and whose they are. A grammar finds the phrases; a conditional logit
 * (McFadden, 1974) chooses among the document's things and none, by what is counted, where the thing is named, and
 * whether the paper proposes it. `training/counts.mjs` fits it.
 * @param results spans of numbers that are results, and so no counts
 */
export function findCounts(
  source: string,
  sentences: readonly Sentence[],
  entities: readonly Counted[],
  results: readonly Span[],
): Count[] {
  return findPhrases(source, sentences).flatMap((phrase): Count[] => {
    if (results.some((span) => overlap(span, phrase.number))) return [];
    const odds = describeOwners(phrase, source, sentences, entities).map((features) =>
      Math.exp(weigh(phrase.features) + weigh(features)),
    );
    const entity = odds.indexOf(Math.max(...odds));
    const chance = (odds[entity] ?? 0) / odds.reduce((sum, own) => sum + own, 1);
    if (chance < LEAST) return [];
    const evidence = evidenceOf(phrase, entities[entity]?.mentions ?? [], sentences);
    const { value, number, what } = phrase;
    return [{ entity, value, number, what, evidence }];
  });
}

/** Seven in ten that are said are right from here on; F1 would be two points greater at 0.25, where it is six in ten. */
const LEAST = 0.4;

const weigh = (features: Features): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + value * (WEIGHTS[name] ?? 0), 0);
const WEIGHTS: Features = COUNT_WEIGHTS;

/** Every number of a text with the plural noun that it counts; spans are of the source. */
export function findPhrases(source: string, sentences: readonly Sentence[]): CountPhrase[] {
  return sentences.flatMap(({ start, end }, sentence) => {
    const text = source.slice(start, end);
    return [...text.matchAll(COUNT)].flatMap((match): CountPhrase[] => {
      const [whole, digits, word = '', size = '', words = ''] = match;
      const from = start + match.index;
      const to = from + (digits ?? word).length;
      const value = digits ? readValue(source, [from, to])?.value : NUMBERS.get(word.toLowerCase());
      if (value === undefined) return [];
      const what: Span = [from + whole.length - words.length, from + whole.length];
      const noun = (/[\p{L}-]+$/u.exec(words)?.[0] ?? '').toLowerCase();
      const before = text.slice(0, match.index);
      const features: Features = {
        phrase: 1,
        word: Number(!digits),
        large: Math.min(6, Math.log10(Math.max(1, value))),
        suffix: Number(size !== ''),
        other: Number(OTHER.test(before.slice(-30))),
        of: Number(/\bof\s(?:\p{L}+\s)?$/u.test(before)),
        over: Number(/\b(?:on|across|over|in|from|for)\s(?:all\s|the\s)?$/i.test(before)),
        with: Number(/\bwith\s(?:\p{L}+\s)?$/u.test(before)),
        held: Number(HOLDS.test(before)),
        title: Number(sentence === 0),
      };
      return [{ value, number: [from, to + size.length], what, noun, sentence, features }];
    });
  });
}

/**
 * What speaks for and against each thing's being the one that a phrase counts the parts of, beside the phrase's own features.
 * @param nouns for each noun the log-odds that it counts a statistic, and that this is one of a collection
 */
export function describeOwners(
  phrase: CountPhrase,
  source: string,
  sentences: readonly Sentence[],
  entities: readonly Counted[],
  nouns: Readonly<Record<string, readonly [number, number]>> = COUNT_NOUNS,
): Features[] {
  const { start = 0, end = 0 } = sentences[phrase.sentence] ?? {};
  const [from, to] = phrase.number;
  const inside = ([first, last]: Span) => first >= start && last <= end;
  const own = entities.findIndex(({ proposed }) => proposed);
  const isSize = /^param/.test(phrase.noun);
  const noun = nouns[phrase.noun];
  const [known, ofCollections] = noun ?? [0, 0];
  const unknown = Number(!noun);
  const gaps = entities.map(({ mentions }) =>
    Math.min(...mentions.filter(inside).map(([, last]) => (last <= from ? from - last : Infinity))),
  );
  const leastGap = (of: (entity: Counted) => boolean) =>
    Math.min(...gaps.filter((_, index) => entities[index] && of(entities[index])));
  const nearestCollection = leastGap(isCollection);
  const nearestSystem = leastGap((entity) => !isCollection(entity));
  return entities.map((entity, index) => {
    const { type, mentions, proposed } = entity;
    const gap = gaps[index] ?? Infinity;
    const isBefore = gap < Infinity;
    const after = mentions.filter(inside).find(([first]) => first >= to);
    const between = isBefore ? source.slice(from - gap, from) : '';
    const back = mentions
      .filter(([, last]) => last <= start)
      .map(([first]) => phrase.sentence - sentences.findIndex((own) => first < own.end));
    const away = isBefore || after ? 0 : Math.min(...back);
    const collection = Number(isCollection(entity));
    return {
      known,
      unknown,
      [type]: 1,
      proposed: Number(proposed),
      [`proposed ${type}`]: Number(proposed),
      main: Number(index === own),
      before: Number(isBefore),
      gap: isBefore ? Math.log1p(gap) : 0,
      after: Number(!isBefore && after !== undefined),
      ahead: !isBefore && after ? Math.log1p(after[0] - to) : 0,
      touches: Number(!isBefore && after !== undefined && after[0] - to < 12),
      bracket: Number(OWN.test(between)),
      said: Number(isBefore && HOLDS.test(between)),
      'said by main': Number(isBefore && HOLDS.test(between) && index === own),
      next: Number(away === 1),
      near: Number(away === 2),
      far: Number(away > 2 && away < Infinity),
      'later only': Number(away === Infinity),
      'main next': Number(away > 0 && index === own),
      nearest: Number(isBefore && gap === (collection ? nearestCollection : nearestSystem)),
      'nearest collection': Number(isBefore && collection === 1 && gap === nearestCollection),
      'of collections': collection * ofCollections,
      'of main': Number(index === own) * ofCollections,
      sized: Number(isSize && type === 'Model'),
      'sized method': Number(isSize && type === 'Method'),
      'sized nearest': Number(isSize && isBefore && gap < 40),
      source: Number(isBefore && SOURCE.test(source.slice(start, from - gap - 1))),
      mentions: Math.log(mentions.length),
    };
  });
}

/** The sentence of a phrase, from the sentence on that names the thing if that is at most two before. */
function evidenceOf(
  { sentence }: CountPhrase,
  mentions: readonly Span[],
  sentences: readonly Sentence[],
): Span {
  const names = ({ start, end }: Sentence) =>
    mentions.some((mention) => mention[0] >= start && mention[1] <= end);
  const first = Math.max(0, sentence - REACH);
  const named = sentences.slice(first, sentence + 1).findLastIndex(names);
  const { start = 0 } = sentences[named < 0 ? sentence : first + named] ?? {};
  return [start, sentences[sentence]?.end ?? start];
}

const isCollection = ({ type }: Counted): boolean => type === 'Benchmark' || type === 'Dataset';

/** Sentences that "it" may look back. */
const REACH = 2;

/** "One" counts nothing: it is a pronoun. */
const NUMBERS = new Map([...CARDINALS].filter(([, value]) => value > 1));

/** A number, its word of size, and the noun phrase that it counts. */
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,$^_{-])(?:(\\d[\\d,]*(?:\\.\\d+)?)|(${[...NUMBERS.keys()].join('|')}))(\\s?(?:[kKMB]|(?:thousand|(?:m|b|tr)illion))(?![\\p{L}\\p{N}]))?\\+?[\\s-]+((?:(?!(?:of|and|or|in|on|for|to|with|from|by|that|as|is|are|was|than|times|percent|points?|out|per|versus|vs)\\b)[\\p{L}][\\p{L}\\p{N}/'-]*\\s){0,3}?[\\p{L}][\\p{L}-]*(?:s|data|parameters?|people|children|patients)(?![\\p{L}\\p{N}]))`,
  'giu',
);
/** Numbers before which these stand name something or measure a part. */
const OTHER =
  /(?:\b(?:top|table|figure|section|version|level|stage|step|rank|at|from \d+ to|out of|than|GPT|Llama|v)\s?-?|[@#<>=~]\s?)$/i;
/** Words that say what a thing holds. */
const HOLDS =
  /\b(?:compris\w*|contain\w*|consist\w*|includ\w*|spann\w*|spans?|cover\w*|featur\w*|collect\w*|provid\w*|encompass\w*|totall?ing|has|have|offer\w*|built from|made up of|across|over)\b[^.;]{0,120}$/i;
/** In brackets right after a name, whatever is said of it: "on PIE-Bench (700 images, 10 categories)". */
const OWN = /^(?:\s\p{L}+)?\s?\([^()]{0,40}$/u;
/** Before a collection that another one was made from, or that something was tested on. */
const SOURCE =
  /\b(?:from|on|upon|using|than|to|and|or|extends?|like)\s(?:an?\s|the\s|our\s)?(?:[\p{L}-]+\s)?(?:[\p{L}\p{N}-]+)?$/iu;

const overlap = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1];
