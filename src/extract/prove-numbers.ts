import {
  type Document,
  type ExtractedResult,
  type ExtractedStatistic,
  fits,
  type Place,
  RESULT_SLOTS,
  type ResultSlot,
  resultKind,
  unit,
} from '../../graph/schema.ts';
import { isWithin, overlap } from '../../graph/text/place.ts';
import type { Draft, DraftRelation, DraftResult } from './draft.ts';
import { findCounts } from './numbers/counts.ts';
import { describeNumber } from './numbers/describe.ts';
import { readValue } from './numbers/value.ts';
import { type Drop, type Known, probability } from './proof.ts';
import { parseNumber } from './read.ts';
import { splitDocument } from './sentences.ts';
import type { Views } from './views.ts';

/** The results whose numbers and sentences are in the text, their slots filled by what is proven. */
export function proveResults(
  document: Document,
  draft: Draft,
  known: Known,
  views: Views,
  drop: Drop,
  rules: boolean,
): ExtractedResult[] {
  const taken: Place[] = [];
  return draft.results.flatMap((result): ExtractedResult[] => {
    const digits = trimmed(views.placeOf(result.number), views);
    const numeral = digits && readNumeral(document, digits, rules && result.kind === 'absolute');
    if (!numeral) return drop('number that does not parse') ?? [];
    const number = rules ? numeral.place : digits;
    if (taken.some((other) => overlap(other, number) > 0)) return drop('number said twice') ?? [];
    const kind = resultKind.safeParse(result.kind);
    const measure = unit.nullable().safeParse(result.unit);
    if (!kind.success || !measure.success) return drop('result of an unknown kind or unit') ?? [];
    const evidence = result.evidence && views.placeOf(result.evidence);
    if (!evidence || !isWithin(number, evidence))
      return drop('evidence that does not show it') ?? [];
    taken.push(number);
    return [
      {
        ...proveSlots(result, known, drop),
        value: rules ? numeral.value : numeral.size,
        unit: measure.data,
        kind: kind.data,
        ...describeNumber(digits, kind.data, views),
        evidence,
        number,
        by: result.by || document.id,
        confidence: probability(result.confidence),
      },
    ];
  });
}

/** Counts are read in the text itself, so all that is left to do is to see whose they are. */
export function proveStatistics(
  document: Document,
  draft: Draft,
  known: Known,
  views: Views,
): ExtractedStatistic[] {
  const own = new Set(draft.relations.filter(isProposal).map(({ target }) => target));
  const counted = draft.entities.map(({ type, mentions }, index) => ({
    type,
    mentions,
    proposed: own.has(index),
  }));
  const results = draft.results.map(({ number }) => number);
  const counts = findCounts(views.whole, splitDocument(document, views), counted, results);
  const said = new Set<string>();
  return counts.flatMap(({ entity, value, number, what, evidence }): ExtractedStatistic[] => {
    const owner = known.get(entity);
    const [words, at, sentence] = [what, number, evidence].map((span) => views.placeOf(span));
    if (!owner || !words || !at || !sentence || !isWithin(at, sentence)) return [];
    const statistic = { entity: owner.name, what: views.visible(words), value, evidence: sentence };
    const key = JSON.stringify([owner.name, statistic.what, value]);
    if (said.has(key)) return [];
    said.add(key);
    return [statistic];
  });
}

const isProposal = ({ type }: DraftRelation) => type === 'PROPOSES';

/** The value of digits by themselves, and with their sign and word of size; undefined where they are no number. */
function readNumeral(document: Document, digits: Place, signed: boolean) {
  const text = document[digits.field] ?? '';
  const size = parseNumber(text.slice(digits.start, digits.end));
  const numeral = readValue(text, [digits.start, digits.end], { signed });
  if (size === undefined || !numeral) return undefined;
  const [start, end] = numeral.span;
  return { size, value: numeral.value, place: { field: digits.field, start, end } };
}

/** The place of a number without the commas that follow it. */
function trimmed(place: Place | undefined, views: Views): Place | undefined {
  const commas = place ? (/,+$/.exec(views.source(place))?.[0].length ?? 0) : 0;
  return place && { ...place, end: place.end - commas };
}

function proveSlots(
  result: DraftResult,
  known: Known,
  drop: Drop,
): Record<ResultSlot, string | null> {
  const slots: Record<ResultSlot, string | null> = {
    subject: null,
    metric: null,
    benchmark: null,
    baseline: null,
  };
  for (const slot of RESULT_SLOTS) {
    const index = result[slot];
    if (index === null) continue;
    const entity = known.get(index);
    if (entity && fits(slot, entity.type)) slots[slot] = entity.name;
    else drop('slot of the wrong type');
  }
  return slots;
}
