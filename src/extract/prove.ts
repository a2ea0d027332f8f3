import {
  allows,
  type Document,
  type DropReason,
  type ExtractedEntity,
  type ExtractedRelation,
  type ExtractedResult,
  type ExtractedStatistic,
  type Extraction,
  entityType,
  fits,
  type Place,
  RESULT_SLOTS,
  type ResultSlot,
  relationType,
  resultKind,
  unit,
} from '../../graph/schema.ts';
import { slug } from '../../graph/slug.ts';
import { isWithin } from '../../graph/text/place.ts';
import type { Draft, DraftRelation, DraftResult } from './draft.ts';
import type { Join } from './group.ts';
import { findCounts } from './numbers/counts.ts';
import { describeNumber } from './numbers/describe.ts';
import { readValue } from './numbers/value.ts';
import { parseNumber, type Span } from './read.ts';
import { splitDocument } from './sentences.ts';
import type { Views } from './views.ts';

/** What is known of one paper, as far as its own words show it. */
export type Facts = Pick<
  Extraction,
  'entities' | 'relations' | 'results' | 'statistics' | 'dropped'
>;

/** A longer stretch of words is no name. */
const MAX_NAME = 200;

/**
 * Holds what the model says against the text and the schema. Whatever comes in, what comes out is in the text and
 * allowed; the rest is dropped and counted.
 */
export function prove(
  document: Document,
  draft: Draft,
  views: Views,
  { rules = true }: ProveOptions = {},
): Facts {
  const dropped: Partial<Record<DropReason, number>> = {};
  const drop = (reason: DropReason): undefined => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  const isAllowed = (place: Place) => !rules || !views.isInAddress(place);
  const entities = proveEntities(draft, views, isAllowed, drop);
  const known = new Map(entities.map(({ index, entity }) => [index, entity]));
  return {
    entities: entities.map(({ entity }) => entity),
    relations: proveRelations(document, draft, known, views, drop),
    results: proveResults(document, draft, known, views, drop, rules),
    statistics: rules ? proveStatistics(document, draft, known, views) : [],
    dropped: Object.fromEntries(Object.entries(dropped).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

export interface ProveOptions {
  /**
   * Whether a name inside an address (`https://github.com/…`) is no mention, since it says nothing of the thing, and
   * whether a number bears its sign and its word of size: `53k` is 53000.
   */
  readonly rules?: boolean;
}

type Drop = (reason: DropReason) => undefined;
type Known = ReadonlyMap<number, ExtractedEntity>;

function proveEntities(
  draft: Draft,
  views: Views,
  isAllowed: (place: Place) => boolean,
  drop: Drop,
): { index: number; entity: ExtractedEntity }[] {
  const taken: Place[] = [];
  const keys = new Set<string>();
  return draft.entities.flatMap((entity, index) => {
    const type = entityType.safeParse(entity.type);
    if (!type.success) return drop('entity of an unknown type') ?? [];
    const mentions = proveMentions(entity.mentions, taken, views, isAllowed, drop);
    if (mentions.length === 0) return drop('entity without a mention') ?? [];
    const names = new Map(mentions.map((place) => [views.visible(place), place]));
    const wanted = views.placeOf(entity.name);
    const preferred = wanted && views.visible(wanted);
    const name = preferred !== undefined && names.has(preferred) ? preferred : first(names.keys());
    if (name === 'Paper') return drop('entity named Paper') ?? [];
    if (name === undefined || keys.has(slug(name))) return drop('entity named twice') ?? [];
    keys.add(slug(name));
    taken.push(...mentions);
    const aliases = [...names.keys()].filter((alias) => alias !== name);
    const joins = proveJoins(entity.joins ?? [], name, mentions, views);
    const confidence = probability(entity.confidence);
    const proven = {
      name,
      type: type.data,
      aliases,
      mentions,
      ...(joins && { joins }),
      confidence,
    };
    return { index, entity: proven };
  });
}

/** The joins that led to mentions which are kept, each spelling once; undefined where there are none. */
function proveJoins(
  joins: readonly Join[],
  name: string,
  mentions: readonly Place[],
  views: Views,
): ExtractedEntity['joins'] {
  const known = new Set([slug(name)]);
  const proven = joins.flatMap(({ span, rule }) => {
    const joined = views.placeOf(span);
    const spelling = joined && slug(views.visible(joined));
    const place =
      mentions.find((mention) => joined && overlap(mention, joined)) ??
      mentions.find((mention) => slug(views.visible(mention)) === spelling);
    const alias = place && views.visible(place);
    if (!place || alias === undefined || known.has(slug(alias))) return [];
    known.add(slug(alias));
    return { name: alias, rule, place };
  });
  return proven.length > 0 ? proven : undefined;
}

function proveMentions(
  spans: readonly Span[],
  taken: readonly Place[],
  views: Views,
  isAllowed: (place: Place) => boolean,
  drop: Drop,
): Place[] {
  const places: Place[] = [];
  for (const span of spans) {
    const place = views.placeOf(span);
    if (!place) {
      drop(views.isInside(span) ? 'mention across title and text' : 'mention outside the text');
      continue;
    }
    const name = views.visible(place);
    if (!/\p{L}/u.test(name)) drop('mention without a word');
    else if (!isAllowed(place)) drop('mention inside an address');
    else if (name.length > MAX_NAME) drop('name that is too long');
    else if ([...taken, ...places].some((other) => overlap(other, place)))
      drop('overlapping mention');
    else places.push(place);
  }
  return places.sort(byPlace);
}

function proveRelations(
  document: Document,
  draft: Draft,
  known: Known,
  views: Views,
  drop: Drop,
): ExtractedRelation[] {
  const said = new Set<string>();
  const relations = draft.relations.flatMap((relation): ExtractedRelation[] => {
    const type = relationType.safeParse(relation.type);
    const source = relation.source === 'Paper' ? 'Paper' : known.get(relation.source);
    const target = known.get(relation.target);
    if (!source || !target) return drop('relation without its ends') ?? [];
    const from = source === 'Paper' ? 'Paper' : source.type;
    if (!type.success || source === target || !allows(type.data, from, target.type)) {
      return drop('relation that the schema forbids') ?? [];
    }
    const evidence = relation.evidence && views.placeOf(relation.evidence);
    const ends = source === 'Paper' ? [target] : [source, target];
    const shows = evidence && ends.some((end) => end.mentions.some((at) => isWithin(at, evidence)));
    if (!evidence || !shows) return drop('evidence that does not show it') ?? [];
    const name = source === 'Paper' ? source : source.name;
    const key = JSON.stringify([name, type.data, target.name]);
    if (said.has(key)) return drop('relation said twice') ?? [];
    said.add(key);
    const by = relation.by || document.id;
    const confidence = probability(relation.confidence);
    return [{ source: name, type: type.data, target: target.name, evidence, by, confidence }];
  });
  return relations;
}

function proveResults(
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
    if (taken.some((other) => overlap(other, number))) return drop('number said twice') ?? [];
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
function proveStatistics(
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

const overlap = (a: Place, b: Place) => a.field === b.field && a.start < b.end && b.start < a.end;
const byPlace = (a: Place, b: Place) =>
  a.field === b.field ? a.start - b.start : a.field === 'title' ? -1 : 1;
const first = <T>(values: Iterable<T>): T | undefined => [...values][0];

/** A probability with two decimals; what is none counts as 0. */
const probability = (value: number) =>
  Number.isFinite(value) ? Math.round(Math.min(1, Math.max(0, value)) * 100) / 100 : 0;
