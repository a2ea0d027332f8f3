import type { ExtractedEntity, ExtractedRelation } from '../../graph/schema.ts';
import { isWithin } from '../../graph/text/place.ts';
import type { Views } from './views.ts';

/**
 * Puts right who is said to win: "on par with GPT-4o" and "approaches GPT-4o" compare without a winner, and of two
 * things that each outperform the other the surer claim stays. A relation that a rule changes is said by the model and
 * the rule together: `model + parity`.
 */
export function settleComparisons(
  relations: readonly ExtractedRelation[],
  entities: readonly ExtractedEntity[],
  views: Views,
): ExtractedRelation[] {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const settled = relations.map((relation) => {
    const target = byName.get(relation.target);
    if (relation.type !== 'OUTPERFORMS' || !target) return relation;
    if (!isDraw(relation, target, views)) return relation;
    return { ...relation, type: 'COMPARED_WITH' as const, by: `${relation.by} + parity` };
  });
  return settled.filter((relation) => !isOutdone(relation, settled));
}

/** Whether words compare: a text without them names things beside each other, and no winner. */
export const compares = (text: string): boolean => COMPARATIVE.test(text);

/** Whether the words right before the target put both on one level. */
function isDraw(
  { evidence }: ExtractedRelation,
  { mentions }: ExtractedEntity,
  views: Views,
): boolean {
  const first = mentions.find((mention) => isWithin(mention, evidence));
  if (!first) return false;
  const before = views.view(first).slice(views.seen(evidence)[0], views.seen(first)[0]);
  const level = LEVEL.exec(before)?.[1];
  return level !== undefined && !WINS.test(level);
}

/** Whether the other direction is claimed, too, and surer. */
function isOutdone(relation: ExtractedRelation, relations: readonly ExtractedRelation[]): boolean {
  const { source, type, target, confidence } = relation;
  if (type !== 'OUTPERFORMS') return false;
  return relations.some(
    (other) =>
      other.type === type &&
      other.source === target &&
      other.target === source &&
      (other.confidence > confidence ||
        (other.confidence === confidence &&
          relations.indexOf(other) < relations.indexOf(relation))),
  );
}

/**
 * "Comparable performance to", "competitive with", "on par with", "matches", "approaching", "rivals", and what stands
 * between that and the name; not "outperforms or matches", "matches or exceeds", "competitive baselines such as".
 */
const LEVEL =
  /(?<!\bor\s(?:even\s)?)\b(?:(?:comparabl[ey]|competitive(?:ly)?)(?:\s[\w-]+){0,3}\s(?:to|with|against)|on[- ]par with|in the same (?:[\w-]+\s){1,2}as|match(?:es|ing)?|rivall?ing|rivals(?!\s(?:like|such|including))|approaching|approaches the (?:performance|accuracy|level|quality) of)\b((?:e\.g\.|[^.;:]){0,80})$/i;
const WINS =
  /\b(?:outperform|surpass|exceed|beat|better|superior|higher|lower|faster|improv|over\b|than\b|ahead)/i;

const COMPARATIVE =
  /\b(?:outperform|surpass|exceed|beats?\b|beating|better|best\b|superior|improv|high(?:er|est)|low(?:er|est)|fast(?:er|est)|strong(?:er|est)|small(?:er|est)|larg(?:er|est)|short(?:er|est)|fewer|more\b|less\b|worse|worst|than\b|w[io]n\b|wins|advantage|ahead|gains?\b|lead(?:s|ing)?\b|reduc|compared|comparison with|relative to|versus|vs\b|state[- ]of[- ]the[- ]art|SOTA|increas|boost|speed-?up|accelerat|excel|underperform|dominat|overtak|fails?\b|struggl)|\d\s?(?:%|percent|points|[x×])/i;
