import { splitSentences } from '../../graph/text/sentences.ts';
import type { GoldDocument } from './gold.ts';
import type { JudgedDocument } from './judge-document.ts';
import type { Judged, Judgement } from './judgement.ts';
import { nameKey } from './name-key.ts';

/** Something that gold and prediction disagree on. */
export interface Mistake {
  /** `missed name`, `wrong border`, `extra OUTPERFORMS`, `missing baseline`, `extra number`: what went wrong. */
  readonly kind: string;
  readonly document: string;
  /** As the gold has it; null for what it does not have. */
  readonly expected: string | null;
  /** As it was predicted; null for what was not. */
  readonly found: string | null;
  /** The words of the document that it is about: the first sentence with all that is named, else with some of it. */
  readonly sentence: string | null;
}

/** All mistakes in one document: names, relations, numbers, slots of numbers, counts. */
export function findMistakes(gold: GoldDocument, judged: JudgedDocument): Mistake[] {
  const toMistake = (kind: string, expected: Judgement | null, found: Judgement | null) => ({
    kind,
    document: gold.id,
    expected: expected?.label ?? null,
    found: found?.label ?? null,
    sentence: findSentence(gold, (expected ?? found)?.names ?? []),
  });
  const unmatched = (what: (judgement: Judgement) => string, { predicted, gold }: Judged) => [
    ...wrong(gold).map((one) => toMistake(`missed ${what(one)}`, one, null)),
    ...wrong(predicted).map((one) => toMistake(`extra ${what(one)}`, null, one)),
  ];
  return [
    ...nameMistakes(judged, toMistake),
    ...unmatched(({ type }) => type, judged.relations),
    ...unmatched(() => 'number', judged.values),
    ...judged.slots.map(({ fault, slot, expected, found, label, names }) => ({
      kind: `${fault} ${slot}`,
      document: gold.id,
      expected: `${expected ?? 'none'} at ${label}`,
      found,
      sentence: findSentence(gold, names),
    })),
    ...unmatched(() => 'statistic', judged.statistics),
  ];
}

type ToMistake = (kind: string, expected: Judgement | null, found: Judgement | null) => Mistake;

/** Names that were not found, found with another type, or found with more or fewer words than the gold has. */
function nameMistakes({ entities, names }: JudgedDocument, toMistake: ToMistake): Mistake[] {
  const mistyped = entities.predicted.filter(
    ({ right }, index) => !right && names.predicted[index]?.right,
  );
  const extra = wrong(names.predicted);
  const missed: Mistake[] = [];
  for (const expected of wrong(names.gold)) {
    const near = extra.findIndex((found) => overlaps(expected.label, found.label));
    const [found = null] = near < 0 ? [] : extra.splice(near, 1);
    missed.push(toMistake(found ? 'wrong border' : 'missed name', expected, found));
  }
  return [
    ...missed,
    ...extra.map((found) => toMistake('extra name', null, found)),
    ...mistyped.map((found) => toMistake('wrong type', null, found)),
  ];
}

const wrong = (judgements: readonly Judgement[]): Judgement[] =>
  judgements.filter(({ right }) => !right);

/** Whether one name is the other with words or letters around it: "visual grounding" and "grounding". */
function overlaps(a: string, b: string): boolean {
  const [one, other] = [nameKey(a), nameKey(b)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.includes(short);
}

/** The first sentence with all of some words in it, else the first with any of them. */
function findSentence({ title, text }: GoldDocument, words: readonly string[]): string | null {
  const inText = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  const sentences = title ? [...inText, title] : inText;
  const wanted = words.filter((word) => word !== 'Paper').map((word) => word.toLowerCase());
  const has = (sentence: string) => (word: string) => sentence.toLowerCase().includes(word);
  const all = sentences.find((sentence) => wanted.length > 0 && wanted.every(has(sentence)));
  return all ?? sentences.find((sentence) => wanted.some(has(sentence))) ?? null;
}
