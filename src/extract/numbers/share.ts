import type { ExtractedEntity, ExtractedResult, ResultSlot } from '../../../graph/schema.ts';
import type { Span } from '../read.ts';
import type { Views } from '../views.ts';
import { BETWEEN_NUMBERS, listsOf } from './lists.ts';
import { hasFigure, type Named, type Reported, type Scene, toScenes } from './scene.ts';

/**
 * A number that is said of several things at once is a result of each: "an accuracy and F1 of 97.8 %" are two, "both
 * cut latency and memory by 40 %" as well. The list has to hold what the slot is filled with, and nothing may stand
 * between it and the number but words that join them. The others are said by the model and the rules together: `model + share`.
 */
export function shareNumbers(
  results: readonly ExtractedResult[],
  entities: readonly ExtractedEntity[],
  views: Views,
): ExtractedResult[] {
  return SHARED.reduce(
    (shared, slot) => {
      const copies = new Map(
        toScenes(shared, entities, views).flatMap((scene) =>
          scene.results.map(
            (reported) => [reported.result, copiesOf(scene, reported, slot)] as const,
          ),
        ),
      );
      return shared.flatMap((result) => [result, ...(copies.get(result) ?? [])]);
    },
    [...results],
  );
}

/** Where a list fills the slot of a baseline, annotators keep to its first. */
const SHARED = ['metric', 'benchmark', 'subject'] as const satisfies readonly ResultSlot[];
type Shared = (typeof SHARED)[number];

function copiesOf(scene: Scene, reported: Reported, slot: Shared): ExtractedResult[] {
  const { result } = reported;
  const name = result[slot];
  if (!name || /\brespectively\b/i.test(scene.text.slice(...scene.span))) return [];
  if (isInList(scene, reported)) return [];
  const list = listsOf(scene, slot).find((names) =>
    names.some(({ entity }) => entity.name === name),
  );
  if (!list || !isJoined(scene, list) || !isSaidOf(scene, reported, list, slot)) return [];
  const others = new Set(list.map(({ entity }) => entity.name).filter((other) => other !== name));
  const isTaken = scene.results.some(
    (other) => other.span[0] !== reported.span[0] && others.has(other.result[slot] ?? ''),
  );
  if (isTaken) return [];
  return [...others].map((other) => ({ ...result, [slot]: other, by: `${result.by} + share` }));
}

/** One of several numbers in a row, which are for one thing each. */
function isInList({ text, results }: Scene, { span }: Reported): boolean {
  return results.some(
    ({ span: other }) =>
      (other[1] <= span[0] && BETWEEN_NUMBERS.test(text.slice(other[1], span[0]))) ||
      (span[1] <= other[0] && BETWEEN_NUMBERS.test(text.slice(span[1], other[0]))),
  );
}

/** "A, B and C", not "Compared to A, B": the last two are joined by a word. */
function isJoined({ text }: Scene, list: readonly Named[]): boolean {
  const [before, last] = list.slice(-2);
  if (!before || !last) return false;
  const joint = text.slice(before.span[1], last.span[0]);
  return /\band\b|&|\//.test(joint) && !/\b(?:on|in|for|over)\b/.test(joint);
}

function isSaidOf(scene: Scene, reported: Reported, list: readonly Named[], slot: Shared): boolean {
  const { text, span } = scene;
  const [start, end]: Span = [list[0]?.span[0] ?? 0, list.at(-1)?.span[1] ?? 0];
  const [from, to] = rangeOf(text, reported.span);
  const isRange = to - from > reported.span[1] - reported.span[0];
  if (slot === 'subject' && isRange) return false;
  if (end <= from) {
    if (hasFigure(scene, end, from)) return false;
    const between = plain(scene, [end, from]);
    if (!consistsOf(between, BEFORE[slot])) return false;
    if (slot === 'benchmark') return !SUMMED.test(between);
    return slot === 'metric' ? !/\($/.test(between) : !TOOL.test(text.slice(span[0], start));
  }
  if (start < to || hasFigure(scene, to, start)) return false;
  if (OWN_NUMBER.test(text.slice(end, span[1]))) return false;
  const between = plain(scene, [to, start]);
  if (slot === 'subject') return FOR_SUBJECTS.test(between);
  if (!consistsOf(between, AFTER[slot])) return false;
  if (slot === 'metric') return true;
  const isOfEach =
    /\bboth\b/.test(between) ||
    !SUMMED.test(text.slice(Math.max(span[0], from - NEAR), from) + between);
  return isOfEach && /\bon\b/.test(between);
}

/** The whole of "1-3 %", of which a number is the one end or the other. */
function rangeOf(text: string, [from, to]: Span): Span {
  const [after] = RANGE_ON.exec(text.slice(to, to + 20)) ?? [''];
  const [before] = RANGE_BEFORE.exec(text.slice(Math.max(0, from - 20), from)) ?? [''];
  return [from - before.length, to + after.length];
}

/** A stretch, where a metric that it names is the word "metric". */
function plain({ text, mentions }: Scene, [from, to]: Span): string {
  let words = '';
  let place = from;
  for (const { entity, span } of mentions) {
    if (entity.type !== 'Metric' || span[0] < place || span[1] > to) continue;
    words += `${text.slice(place, span[0])}metric`;
    place = span[1];
  }
  return words + text.slice(place, to);
}

function consistsOf(stretch: string, words: ReadonlySet<string>): boolean {
  const tokens =
    stretch
      .replace(SHORT_FORM, '')
      .toLowerCase()
      .match(/[\p{L}-]+|[^\s\p{L}-]/gu) ?? [];
  return tokens.every((token) => words.has(token));
}

const SHORT_FORM = /\([^()\d]{1,12}\)/g;
const wordsOf = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')));

/** Between "more" and "than", or before the number itself. */
const AMOUNT =
  'by of at to up over above below under near around about approximately roughly nearly almost only just more less greater fewer than least most as much high low an a average averages averaging even close value values score scores rate rates all both each are is was were exceed exceeds exceeded exceeding reach reaches reached reaching approach approaches approached approaching remain remains remained remaining ( [ : = < > ~ ≈ ≥ ≤ $ + - ,';
const ACHIEVE =
  'achieve achieves achieved achieving attain attains attained attaining obtain obtains obtained obtaining score scored scoring show shows showed showing demonstrate demonstrates demonstrated demonstrating yield yields yielded yielding suffer suffers suffered suffering improve improves improved improving can could still also have has had the highest best top similar comparable same model models classifier classifiers method methods algorithm algorithms network networks performance accuracy accuracies success and metric';
const CHANGE =
  '% percent percentage point points pp x × times fold folds db order orders of magnitude + relative absolute average overall further additional consistent performance improvement improvements gain gains increase increases boost boosts reduction reductions decrease decreases drop drops saving savings speedup speed-up speedups lower higher better fewer faster more less smaller in terms for both each either the or on';

/** The words that may stand between a list and a number after it. */
const BEFORE: Record<Shared, ReadonlySet<string>> = {
  metric: wordsOf(AMOUNT, 'metric metrics performance error errors'),
  benchmark: wordsOf(AMOUNT, 'dataset datasets benchmark benchmarks'),
  subject: wordsOf(AMOUNT, ACHIEVE),
};
/** And between a number and a list after it. */
const AFTER: Record<Exclude<Shared, 'subject'>, ReadonlySet<string>> = {
  metric: wordsOf(CHANGE),
  benchmark: wordsOf(CHANGE, 'metric )'),
};
/** "below 80 % for all three baseline models (ViT" */
const FOR_SUBJECTS =
  /^\s?%?\)?\s?(?:metric\s)?for\s(?:both\s|all\s|the\s)?(?:[\p{L}-]+\s){0,3}(?:including\s|like\s|such as\s|\()?$/iu;
/** Characters before a number in which its mean or maximum is spoken of. */
const NEAR = 30;
const RANGE_ON = /^\s?%?\s?(?:[-\u2013\u2014~]+|to)\s?[+$~]?\d[\d,]*(?:\.\d+)?/;
const RANGE_BEFORE =
  /(?<![\p{L}\d.-])\d[\d,]*(?:\.\d+)?\s?%?\s?(?:[-\u2013\u2014~]+|to)\s?[+$~]?$/u;
/** The mean or the most of several benchmarks is the number of none of them. */
const SUMMED = /\b(?:averag\w+|mean|overall|up to)\b/i;
/** What is used, or measured on, and no subject itself. */
const TOOL =
  /\b(?:using|on|combin\w+|between|of|through|via|by|than|over|leverag\w+|compar\w+ (?:to|with)|integrat\w+|under|versus|vs\.?|against|from|to|into|outperform\w*|surpass\w*|exceed\w*|beat\w*)\s(?:the\s|both\s|an?\s)*$/i;
/** What follows the last of a list says its own number: "96 % accuracy, recall of 0.59". */
const OWN_NUMBER = /^[\s\w]{0,10}[\s(=:~]*\d/;
