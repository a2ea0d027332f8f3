import type { GoldRelation } from './gold.ts';
import type { Judged, Judgement } from './judgement.ts';
import { nameKey } from './name-key.ts';
import type { PredictedRelation } from './prediction.ts';
import type { SameName } from './same-name.ts';

/**
 * Compares the relations of one document: right is one with the same type and the same ends.
 * What is said twice counts once, what the gold has as optional not at all.
 */
export function judgeRelations(
  gold: readonly GoldRelation[],
  predicted: readonly PredictedRelation[],
  sameName: SameName,
): Judged {
  const seen = new Set<string>();
  const found = new Set<GoldRelation>();
  const judged: Judgement[] = [];
  for (const relation of predicted) {
    if (relation.type === 'MENTIONS') continue;
    const claim = [nameKey(relation.source), relation.type, nameKey(relation.target)].join('|');
    if (seen.has(claim)) continue;
    seen.add(claim);
    const match = gold.find(
      (other) =>
        other.type === relation.type &&
        sameName(other.source, relation.source) &&
        sameName(other.target, relation.target),
    );
    if (match && (match.optional || found.has(match))) continue;
    if (match) found.add(match);
    judged.push({ ...toJudgement(relation), right: match !== undefined });
  }
  return {
    predicted: judged,
    gold: gold
      .filter((relation) => !relation.optional)
      .map((relation) => ({
        ...toJudgement(relation),
        right: found.has(relation),
      })),
  };
}

const toJudgement = ({ source, type, target }: PredictedRelation): Omit<Judgement, 'right'> => ({
  type,
  label: `${source} -> ${target}`,
  names: [source, target],
});
