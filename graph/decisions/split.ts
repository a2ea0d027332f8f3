import type { DecisionOf, ExtractedEntity, Extraction, Place } from '../schema.ts';
import { slug } from '../slug.ts';
import { toPlain } from '../text/latex.ts';
import type { Applied } from './applied.ts';
import { findEntity, overlap } from './find-anchored.ts';

/**
 * A paper in which two spellings that reading took for one thing are two. What is said where the second alone is
 * named goes with it; all else stays with the first. A paper that has them apart stays the same object.
 */
export function split(paper: Extraction, { a, b }: DecisionOf<'different'>): Applied {
  const [entity, other] = [findEntity(paper, a), findEntity(paper, b)];
  if (!entity || entity !== other) return { paper };
  const spelled = spellingsIn(paper);
  const [stays, goes] = [a, b].map((anchor) => {
    const mention = entity.mentions.find((own) => overlap(own, anchor) > 0);
    return mention ? spelled(mention) : anchor.words;
  });
  if (stays === undefined || goes === undefined || slug(stays) === slug(goes)) {
    const fault = `"${stays}" and "${goes}" are one spelling, which means one thing in a paper; it has no effect`;
    return { fault };
  }
  const [first, second] = divide(entity, stays, goes, spelled);
  if (paper.entities.some((own) => own !== entity && slug(own.name) === slug(second.name))) {
    const fault = `paper ${paper.id} has another thing that it calls "${second.name}"; it has no effect`;
    return { fault };
  }
  const nameAt = (evidence: Place, name: string | null) => {
    if (name !== entity.name) return name;
    return shows(second, evidence) && !shows(first, evidence) ? second.name : first.name;
  };
  const named = (evidence: Place, name: string) => nameAt(evidence, name) ?? name;
  return {
    paper: {
      ...paper,
      entities: paper.entities.flatMap((own) => (own === entity ? [first, second] : own)),
      relations: paper.relations.map((relation) => ({
        ...relation,
        source: named(relation.evidence, relation.source),
        target: named(relation.evidence, relation.target),
      })),
      results: paper.results.map((result) => ({
        ...result,
        subject: nameAt(result.evidence, result.subject),
        metric: nameAt(result.evidence, result.metric),
        benchmark: nameAt(result.evidence, result.benchmark),
        baseline: nameAt(result.evidence, result.baseline),
      })),
      statistics: paper.statistics.map((statistic) => ({
        ...statistic,
        entity: named(statistic.evidence, statistic.entity),
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
  const kept = joins.filter((join) => !isLeft(join.name) && join.name !== name);
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

const shows = ({ mentions }: ExtractedEntity, { field, start, end }: Place): boolean =>
  mentions.some((place) => place.field === field && place.start >= start && place.end <= end);

/** What a reader sees at places of a paper. */
function spellingsIn({ document: { title = '', text } }: Extraction): (place: Place) => string {
  const views = { title: toPlain(title), text: toPlain(text) };
  return ({ field, start, end }) => views[field].visible(start, end);
}
