import {
  allows,
  type Document,
  type DropReason,
  type ExtractedEntity,
  type ExtractedRelation,
  type Extraction,
  entityType,
  type Place,
  relationType,
} from '../../graph/schema.ts';
import { slug } from '../../graph/slug.ts';
import { isWithin, overlap } from '../../graph/text/place.ts';
import type { Draft } from './draft.ts';
import type { Join } from './group.ts';
import { type Drop, type Known, probability } from './proof.ts';
import { proveResults, proveStatistics } from './prove-numbers.ts';
import type { Span } from './read.ts';
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
      mentions.find((mention) => joined && overlap(mention, joined) > 0) ??
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
    else if ([...taken, ...places].some((other) => overlap(other, place) > 0))
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

const byPlace = (a: Place, b: Place) =>
  a.field === b.field ? a.start - b.start : a.field === 'title' ? -1 : 1;
const first = <T>(values: Iterable<T>): T | undefined => [...values][0];
