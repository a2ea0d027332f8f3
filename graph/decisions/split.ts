import {
  type Anchor,
  type DecisionOf,
  type ExtractedEntity,
  type Extraction,
  type Place,
  RESULT_SLOTS,
} from '../schema.ts';
import { slug } from '../slug.ts';
import { isWithin, overlap, wordsAt } from '../text/place.ts';
import type { Applied } from './applied.ts';
import { findEntity } from './find-anchored.ts';

/**
 * A paper in which two spellings that reading took for one thing are two. What is said where the second alone is
 * named goes with it; all else stays with the first. A paper that has them apart stays the same object.
 */
export function split(paper: Extraction, { a, b }: DecisionOf<'different'>): Applied {
  const [entity, other] = [findEntity(paper, a), findEntity(paper, b)];
  if (!entity || entity !== other) return { paper };
  const spelled = (place: Place) => wordsAt(paper.document, place);
  const spelledAt = (anchor: Anchor) =>
    spelled(entity.mentions.find((own) => overlap(own, anchor) > 0) ?? anchor);
  const [stays, goes] = [spelledAt(a), spelledAt(b)];
  if (slug(stays) === slug(goes)) {
    const fault = `"${stays}" and "${goes}" are one spelling, which means one thing in a paper; it has no effect`;
    return { fault };
  }
  const [first, second] = divide(entity, stays, goes, spelled);
  const taken = new Set(paper.entities.flatMap((own) => (own === entity ? [] : slug(own.name))));
  const clash = [first, second].find(({ name }) => taken.has(slug(name)));
  if (clash) {
    const fault = `paper ${paper.id} has another thing that it calls "${clash.name}"; it has no effect`;
    return { fault };
  }
  const nameAt = <Name extends string | null>(evidence: Place, name: Name) => {
    if (name !== entity.name) return name;
    return shows(second, evidence) && !shows(first, evidence) ? second.name : first.name;
  };
  return {
    paper: {
      ...paper,
      entities: paper.entities.flatMap((own) => (own === entity ? [first, second] : own)),
      relations: paper.relations.map((relation) => ({
        ...relation,
        source: nameAt(relation.evidence, relation.source),
        target: nameAt(relation.evidence, relation.target),
      })),
      results: paper.results.map((result) => ({
        ...result,
        ...Object.fromEntries(
          RESULT_SLOTS.map((slot) => [slot, nameAt(result.evidence, result[slot])]),
        ),
      })),
      statistics: paper.statistics.map((statistic) => ({
        ...statistic,
        entity: nameAt(statistic.evidence, statistic.entity),
      })),
    },
  };
}

/** The mentions of one spelling, and the others. */
function divide(
  entity: ExtractedEntity,
  stays: string,
  goes: string,
  spelled: (place: Place) => string,
): [first: ExtractedEntity, second: ExtractedEntity] {
  const left = slug(goes);
  const isLeft = (name: string) => slug(name) === left;
  const [name, other] = isLeft(entity.name) ? [stays, entity.name] : [entity.name, goes];
  const { joins = [], ...rest } = entity;
  const kept = joins.filter((join) => !isLeft(join.name) && slug(join.name) !== slug(name));
  const first = {
    ...rest,
    name,
    aliases: entity.aliases.filter((alias) => alias !== name && !isLeft(alias)),
    mentions: entity.mentions.filter((place) => !isLeft(spelled(place))),
    ...(kept.length > 0 && { joins: kept }),
  };
  const second = {
    ...rest,
    name: other,
    aliases: entity.aliases.filter((alias) => alias !== other && isLeft(alias)),
    mentions: entity.mentions.filter((place) => isLeft(spelled(place))),
  };
  return [first, second];
}

const shows = ({ mentions }: ExtractedEntity, evidence: Place): boolean =>
  mentions.some((place) => isWithin(place, evidence));
