import {
  MERGE_RULES,
  type MergeLine,
  type MergeRule,
  type Place,
  SCHEMA_VERSION,
} from '../schema.ts';
import { slug } from '../slug.ts';
import { wordsAt } from '../text/place.ts';
import type { Claim } from './claims.ts';
import type { Identity } from './identities.ts';
import { lettersOf } from './spellings.ts';

/**
 * The log of a thing's merging, undefined where one paper alone names it, in one spelling.
 * @param marked the rules of claims that their names alone do not tell
 */
export function toMergeLine(
  { key, name, members }: Identity,
  marked: ReadonlyMap<Claim, MergeRule>,
): MergeLine | undefined {
  if (members.length === 1 && !members[0].entity.joins) return undefined;
  const named = members.find(({ entity }) => entity.name === name) ?? members[0];
  const definition = members.find(({ definitions }) => definitions.length > 0);
  const evidence = definition?.entity.mentions[0];
  const ruleOf = (member: Claim): MergeRule => {
    const rule = marked.get(member);
    if (rule) return rule;
    const isNamed = member.entity.name === named.entity.name;
    if (isNamed || member.form.slug === named.form.slug) return 'spelling';
    if (lettersOf(member.entity.name) === lettersOf(named.entity.name)) return 'spelling';
    if (member.name !== named.name) return 'definition';
    return member.form.rendering === named.form.rendering ? 'rendering' : 'expansion';
  };
  const lines = members.flatMap((member) => {
    const { paper, entity } = member;
    const place = whereCalled(member);
    const rule = ruleOf(member);
    const shown = rule === 'definition' && definition && evidence;
    if (!place) return [];
    const whose = { paper: paper.id, name: entity.name, type: entity.type };
    const line = {
      ...whose,
      place,
      rule,
      ...(shown && { evidence: { paper: definition.paper.id, ...evidence } }),
    };
    return [line, ...(entity.joins ?? []).map((join) => ({ ...whose, ...join }))];
  });
  const rules = MERGE_RULES.filter((rule) => lines.some((line) => line.rule === rule));
  return { schema: SCHEMA_VERSION, key, rules, members: lines };
}

/** Where a paper first calls an entity by its name: of one that has several spellings, not where another one stands. */
function whereCalled({ paper, entity: { name, mentions, joins } }: Claim): Place | undefined {
  const called =
    joins && mentions.find((place) => slug(wordsAt(paper.document, place)) === slug(name));
  return called ?? mentions[0];
}
