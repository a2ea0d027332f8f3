import type { GoldStatistic } from './gold.ts';
import type { Judged, Judgement } from './judgement.ts';
import { nameKey } from './name-key.ts';
import type { PredictedStatistic } from './prediction.ts';
import type { SameName } from './same-name.ts';

/**
 * Compares the counts of one document by entity and value, whatever they are called. Each of the gold is found once,
 * what is said twice counts once; those of the gold whose value is no number or that name no entity do not count.
 */
export function judgeStatistics(
  gold: readonly GoldStatistic[],
  predicted: readonly PredictedStatistic[],
  sameName: SameName,
): Judged {
  const wanted = gold.flatMap(({ entity, what, value }) => {
    const number = typeof value === 'number' ? value : Number(value.replaceAll(',', '') || 'none');
    return entity && Number.isFinite(number) ? [{ entity, what, value: number }] : [];
  });
  const found = new Set<(typeof wanted)[number]>();
  const seen = new Set<string>();
  const judged: Judgement[] = [];
  for (const { entity, what, value } of predicted) {
    const claim = JSON.stringify([nameKey(entity ?? ''), value]);
    if (seen.has(claim)) continue;
    seen.add(claim);
    const match = wanted.find(
      (other) => !found.has(other) && other.value === value && sameName(other.entity, entity ?? ''),
    );
    if (match) found.add(match);
    judged.push({ ...toJudgement({ entity, what, value }), right: !!match });
  }
  return {
    predicted: judged,
    gold: wanted.map((statistic) => ({
      ...toJudgement(statistic),
      right: found.has(statistic),
    })),
  };
}

const toJudgement = (statistic: PredictedStatistic): Omit<Judgement, 'right'> => ({
  type: 'STATISTIC',
  label: `${statistic.value} ${statistic.what} (${statistic.entity})`,
  names: [String(statistic.value), ...(statistic.entity ? [statistic.entity] : [])],
});
