import type { GoldEntity } from './gold.ts';
import type { Judged, Judgement } from './judgement.ts';
import { nameKeys } from './name-key.ts';
import type { PredictedEntity } from './prediction.ts';

/**
 * Compares the entities of one document. `entities` asks for name and type, `names` for the name alone.
 * An entity counts under the acceptable type that it was found as, else under the gold's first choice;
 * what is found twice counts once, and what is optional not at all.
 */
export function judgeEntities(
  gold: readonly GoldEntity[],
  predicted: readonly PredictedEntity[],
): { readonly entities: Judged; readonly names: Judged } {
  const judged = judgePredicted(gold, predicted);
  const foundAs = new Map(
    judged.map(({ match, right, type }) => [match, right ? type : undefined]),
  );
  const required = gold.filter((entity) => entity.required);
  return {
    entities: {
      predicted: judged.map(({ type, label, names, right }) => ({ type, label, names, right })),
      gold: required.map((entity) => ({
        type: foundAs.get(entity) ?? firstType(entity),
        label: entity.name,
        names: [entity.name],
        right: foundAs.get(entity) !== undefined,
      })),
    },
    names: {
      predicted: judged.map(({ type, label, names, match }) => ({
        type,
        label,
        names,
        right: !!match,
      })),
      gold: required.map((entity) => ({
        type: firstType(entity),
        label: entity.name,
        names: [entity.name],
        right: foundAs.has(entity),
      })),
    },
  };
}

interface JudgedEntity extends Judgement {
  readonly match: GoldEntity | undefined;
}

function judgePredicted(
  gold: readonly GoldEntity[],
  predicted: readonly PredictedEntity[],
): JudgedEntity[] {
  const keysOfGold = gold.map((entity) => ({ entity, keys: new Set(nameKeys(entity)) }));
  const seen = new Set<string | undefined>();
  const judged: JudgedEntity[] = [];
  for (const { type, ...entity } of predicted) {
    if (type === 'Paper' || type === 'Result') continue;
    const keys = nameKeys(entity);
    const match = keysOfGold.find((known) => keys.some((key) => known.keys.has(key)))?.entity;
    const thing = match ? match.name : keys[0];
    if (seen.has(thing)) continue;
    seen.add(thing);
    if (match && !match.required) continue;
    const acceptable: readonly string[] = match?.types ?? [];
    const right = acceptable.includes(type);
    const hint = match && !right ? ` (${acceptable.join(' or ')} in the gold)` : '';
    judged.push({ type, label: `${entity.name}${hint}`, names: [entity.name], right, match });
  }
  return judged;
}

const firstType = (entity: GoldEntity): string => entity.types[0] ?? '';
