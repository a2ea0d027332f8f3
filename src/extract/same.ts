import { ENTITY_TYPES, type EntityType, type JoinRule } from '../../graph/schema.ts';
import type { Group, Join } from './group.ts';
import type { Span } from './read.ts';
import { isShortFor } from './short-forms.ts';

interface Thing {
  readonly group: Group;
  /** The ways in which it is written. */
  readonly forms: ReadonlySet<string>;
  readonly type: EntityType;
  readonly visible: (span: Span) => string;
}

/**
 * Joins what one document writes in two ways: "detecting hallucinations" and "hallucination detection", "Unsupervised
 * Prompt Agent" and "UPA". Only things of one type are joined; an acronym that could stand for two of them with neither,
 * and none of two acronyms that could stand for one.
 * @param visible what a reader sees of a span of the source
 */
export function joinSame(groups: readonly Group[], visible: (span: Span) => string): Group[] {
  const things = groups.map((group): Thing => {
    const forms = new Set(group.mentions.map(visible));
    return { group, forms, type: mainType(group), visible };
  });
  return joinAcronyms(joinWordings(things)).map(({ group }) => group);
}

function joinWordings(things: readonly Thing[]): Thing[] {
  const joined: Thing[] = [];
  for (const thing of things) {
    const place = joined.findIndex((other) => areAlike(other, thing, haveSameWords));
    const same = joined[place];
    if (!same) joined.push(thing);
    else
      joined[place] =
        mentionsOf(thing) > mentionsOf(same)
          ? unite(thing, same, 'wording', haveSameWords)
          : unite(same, thing, 'wording', haveSameWords);
  }
  return joined;
}

function joinAcronyms(things: readonly Thing[]): Thing[] {
  let joined = [...things];
  for (const short of things) {
    // What brackets have defined stands for nothing else.
    const isDefined = [...short.forms].some((form) => form.includes(' '));
    if (isDefined || areAlike(short, short, isShortFor)) continue;
    const [long, ...more] = joined.filter((other) => areAlike(short, other, isShortFor));
    if (!long || more.length > 0) continue;
    const isShared = things.some(
      (other) => other !== short && other !== long && areAlike(other, long, isShortFor),
    );
    if (isShared) continue;
    joined = joined.flatMap((own) =>
      own === short ? unite(short, long, 'initials', isShortFor) : own === long ? [] : own,
    );
  }
  return joined;
}

/** Whether two things of one type have forms of which the one says the same as the other. */
function areAlike(a: Thing, b: Thing, says: (a: string, b: string) => boolean): boolean {
  return (
    a.type === b.type && [...a.forms].some((form) => [...b.forms].some((own) => says(form, own)))
  );
}

/** Both things under the name of the first. */
function unite(
  named: Thing,
  other: Thing,
  rule: JoinRule,
  says: (a: string, b: string) => boolean,
): Thing {
  const [a, b] = [named.group, other.group];
  const all = mentionsOf(named) + mentionsOf(other);
  const mean = (own: number, others: number) =>
    (own * mentionsOf(named) + others * mentionsOf(other)) / all;
  const votes = ENTITY_TYPES.map((type) => [type, mean(a.votes[type], b.votes[type])] as const);
  return {
    group: {
      name: a.name,
      mentions: [...a.mentions, ...b.mentions].sort((x, y) => x[0] - y[0]),
      votes: Object.fromEntries(votes) as Record<EntityType, number>, // one entry for each type
      confidence: mean(a.confidence, b.confidence),
      joins: [...a.joins, ...joinsOf(other, rule, (form) => saysSo(named, form, says))],
    },
    forms: new Set([...named.forms, ...other.forms]),
    type: named.type,
    visible: named.visible,
  };
}

const saysSo = ({ forms }: Thing, form: string, says: (a: string, b: string) => boolean): boolean =>
  [...forms].some((own) => says(own, form) || says(form, own));

/** The spellings of a thing that comes under another name by the rule that holds of one of them. */
function joinsOf(
  { group: { name, joins }, visible }: Thing,
  rule: JoinRule,
  holds: (form: string) => boolean,
): Join[] {
  const linked = holds(visible(name)) ? undefined : joins.find(({ span }) => holds(visible(span)));
  if (!linked) return [...joins, { span: name, rule }];
  // Its own name is one with the spelling that the rule is about.
  const others = joins.filter((join) => join !== linked);
  return [...others, { span: linked.span, rule }, { span: name, rule: linked.rule }];
}

const mentionsOf = ({ group }: Thing): number => group.mentions.length;

function mainType({ votes }: Group): EntityType {
  return ENTITY_TYPES.reduce((best, type) => (votes[type] > votes[best] ? type : best));
}

/**
 * Whether two names have the same words, in whichever order and with whichever endings: "hallucination detection" and
 * "detecting hallucinations". With "to", "from" or "by" between them the order counts: text to image is not image to
 * text.
 */
export function haveSameWords(a: string, b: string): boolean {
  const [own, others] = [wordsOf(a), wordsOf(b)];
  if (own.length < 2 || own.length !== others.length) return false;
  if ([...own, ...others].some((word) => DIRECTED.test(word))) {
    return own.every((word, index) => isSameWord(word, others[index] ?? ''));
  }
  const left = [...others];
  return own.every((word) => {
    const place = left.findIndex((other) => isSameWord(word, other));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

const DIRECTED = /^(?:to|from|by|over|against|versus|vs|without|not)$/;

/** Lower-case words and numbers; image-to-text is one, and so is T2I. */
function wordsOf(name: string): string[] {
  const words =
    name.toLowerCase().match(/\p{L}+(?:(?:-to-|2)\p{L}+)+|[\p{L}'’]+|[\p{N}.,]*\p{N}|[+*#@^]+/gu) ??
    [];
  return words.filter((word) => !FILLING.test(word));
}

const FILLING = /^(?:of|for|in|the|a|an)$/;

/** Whether two words differ only in an ending that leaves their sense: detect, detecting, detection; not detector. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  for (let stem = shared; stem >= SHORTEST_STEM; stem -= 1) {
    const [own, other] = [a.slice(stem), b.slice(stem)];
    if (ENDINGS.some((endings) => endings.includes(own) && endings.includes(other))) return true;
  }
  return false;
}

const SHORTEST_STEM = 4;
/** Each line goes on one kind of stem; generation and generating go on generat, localization and localizing on localiz. */
const ENDINGS: readonly (readonly string[])[] = [
  ['', 's', 'es', 'ed', 'ing', 'ings', 'ion', 'ions'],
  ['e', 'es', 'ed', 'ing', 'ings', 'ion', 'ions'],
  ['e', 'es', 'ed', 'ing', 'ation', 'ations'],
  ['y', 'ies', 'ied', 'ying'],
];
