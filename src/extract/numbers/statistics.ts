import type { Sentence } from '../../../graph/text/sentences.ts';
import type { Span } from '../read.ts';
import { readValue } from './value.ts';

/** A count that describes the size of a thing: 538 tasks of DeskCraft. Spans are of the source. */
export interface Count {
  /** Index of the entity. */
  readonly entity: number;
  readonly value: number;
  /** The number and what it counts: "538 tasks". */
  readonly number: Span;
  readonly what: Span;
  /** The sentence, and those before it from the one on that names the thing. */
  readonly evidence: Span;
}

/** What may be counted: an entity with its type and its mentions. */
interface Counted {
  readonly type: string;
  readonly mentions: readonly Span[];
  /** Whether the paper proposes it. */
  readonly proposed: boolean;
}

/**
 * Finds counts by their grammar: a number or a number word with a plural noun, or a number of parameters. They
 * belong to the thing that their words are said of: the collection that is named nearest before them in
 * their sentence, the paper's own one where the sentence goes on about it ("It has 538 tasks"), the model that is
 * named beside a number of parameters.
 * @param results spans of numbers that are results, and so no counts
 */
export function findCounts(
  source: string,
  sentences: readonly Sentence[],
  entities: readonly Counted[],
  results: readonly Span[],
): Count[] {
  return sentences.flatMap(({ start, end }, index) => {
    const text = source.slice(start, end);
    return [...text.matchAll(COUNT)].flatMap((match): Count[] => {
      const [, digits, word, size = '', noun = ''] = match;
      const from = start + match.index;
      const to = from + (digits ?? word ?? '').length;
      const value = digits
        ? readValue(source, [from, to])?.value
        : WORDS.get(word?.toLowerCase() ?? '');
      if (value === undefined || results.some((span) => overlap(span, [from, to]))) return [];
      if (OTHER.test(text.slice(Math.max(0, match.index - 30), match.index))) return [];
      const isSize = /^(?:[\p{L}-]+\s)?param/iu.test(noun);
      if (!noun || (!isSize && !COUNTED.test(noun))) return [];
      const entity = isSize
        ? findSized(entities, [from, to], start)
        : findCollection(entities, [from, to], start, source);
      const before = sentences.slice(Math.max(0, index - REACH), index);
      const own =
        entity === undefined && !isSize && GOES_ON.test(source.slice(start, from))
          ? findOwn(entities, before)
          : undefined;
      const owner = entity ?? own?.entity;
      if (owner === undefined) return [];
      const what: Span = [from + match[0].length - noun.length, from + match[0].length];
      const evidence: Span = [own?.since ?? start, end];
      return [{ entity: owner, value, number: [from, to + size.length], what, evidence }];
    });
  });
}

const WORDS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 2]),
);

/** A number, its word of size, and the noun phrase that it counts. */
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,$^_{-])(?:(\\d[\\d,]*(?:\\.\\d+)?)|(${[...WORDS.keys()].join('|')}))(\\s?(?:[kKMB]|(?:thousand|(?:m|b|tr)illion))(?![\\p{L}\\p{N}]))?\\+?(?:[\\s-]+((?:(?!(?:of|and|or|in|on|for|to|with|from|by|that|as|is|are|was|than|times|percent|points?|out|per|versus|vs)\\b)[\\p{L}][\\p{L}\\p{N}/'-]*\\s){0,3}?[\\p{L}][\\p{L}-]*(?:s|data|parameters?|people|children|patients)(?![\\p{L}\\p{N}])))?`,
  'giu',
);
/** Numbers before which these stand name something or measure a part. */
const OTHER =
  /(?:\b(?:top|table|figure|section|version|level|stage|step|rank|at|from \d+ to|out of|than|GPT|Llama|v)\s?-?|[@#<>=~]\s?)$/i;
/** Nouns that are no part of anything's size. */
const COUNTED =
  /^(?!(?:.*\s)?(?:times|orders|percent|points|epochs|seconds|minutes|hours|days|weeks|months|years|steps|GPUs|ways|cases|aspects|contributions|perspectives|challenges|reasons|results|s|ms|this|has|was|is|thus|across|less|versus|plus|various|previous|bits|bytes|bps|fps|dimensions|tokens|stages|components|modules|phases|parts|insights|benchmarks|datasets|models|methods|baselines|LLMs|MLLMs|VLMs|variants|settings)$)/i;

/** The model that a number of parameters is said of: named around it, or right before it. */
function findSized(
  entities: readonly Counted[],
  [from, to]: Span,
  start: number,
): number | undefined {
  return nearest(
    entities,
    ({ type }) => type === 'Model' || type === 'Method',
    ([first, last]) =>
      last >= from - 40 && first >= start && first < to ? from - last : undefined,
  );
}

/** The collection that a count is said of, or else what its sentence begins with. */
function findCollection(
  entities: readonly Counted[],
  [from]: Span,
  start: number,
  source: string,
): number | undefined {
  const isCollection = ({ type }: Counted) => COLLECTIONS.has(type);
  return nearest(entities, isCollection, ([first, last]) => {
    if (first < start || last > from) return undefined;
    const between = source.slice(last, from);
    const own = OWN.test(between) || !SOURCE.test(source.slice(start, first));
    return own && (between.length < 40 || SAID.test(between)) ? from - last : undefined;
  });
}

/** The one collection that the paper proposes, and the beginning of the last of some sentences that names it. */
function findOwn(
  entities: readonly Counted[],
  sentences: readonly Sentence[],
): { entity: number; since: number } | undefined {
  const own = entities.flatMap(({ type, proposed }, index) =>
    proposed && COLLECTIONS.has(type) ? [index] : [],
  );
  const [entity] = own;
  if (entity === undefined || own.length > 1) return undefined;
  const named = sentences.findLast(({ start, end }) =>
    entities[entity]?.mentions.some((mention) => mention[0] >= start && mention[1] <= end),
  );
  return named && { entity, since: named.start };
}

/** Sentences that "it" may look back. */
const REACH = 2;
const COLLECTIONS: ReadonlySet<string> = new Set(['Benchmark', 'Dataset']);
/** A sentence that is about what was named before, up to a number of what that holds. */
const GOES_ON =
  /^(?:it|(?:the|this|our)\s(?:[\p{L}-]+\s){0,3}?(?:benchmarks?|data ?sets?|corpus|suite|collection|resource|test ?bed))\s(?:(?:also|currently|further|consists?|contains?|compris|includ|cover|span|featur|provid|encompass|has|offer|total)\w*)\b[^.;]{0,160}$/iu;

/** Words that say what a collection holds. */
const SAID =
  /\b(?:compris\w*|contain\w*|consist\w*|includ\w*|spann\w*|spans?|cover\w*|featur\w*|with|of|collect\w*|provid\w*|encompass\w*|totall?ing|has|have|offer\w*|evaluat\w*|benchmark(?:ed|ing)|built from|across|over)\b[^.;]{0,120}$/i;

/** In brackets right after a name, whatever is said of it: "on PIE-Bench (700 images, 10 categories)". */
const OWN = /^(?:\s[\p{L}]+)?\s?\([^()]{0,40}$/u;
/** Before a collection that another one was made from, or that something was tested on. */
const SOURCE =
  /\b(?:from|on|upon|using|than|to|and|or|extends?|like)\s(?:an?\s|the\s|our\s)?(?:[\p{L}-]+\s)?$/iu;

/** The entity with the least distance; undefined distances do not count. */
function nearest(
  entities: readonly Counted[],
  isMeant: (entity: Counted) => boolean,
  distance: (span: Span) => number | undefined,
): number | undefined {
  let best: { index: number; distance: number } | undefined;
  for (const [index, entity] of entities.entries()) {
    if (!isMeant(entity)) continue;
    for (const span of entity.mentions) {
      const found = distance(span);
      if (found !== undefined && (!best || found < best.distance))
        best = { index, distance: found };
    }
  }
  return best?.index;
}

const overlap = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1];
