import type { Board } from './leaderboard.ts';
import { isExactValue, type RankedRow } from './rank-rows.ts';

/**
 * Percentages on the benchmark of a board that are higher than its best and name no metric, the highest first. Most
 * abstracts that give a percentage without one mean accuracy or success, so that who leads such a board leads only those
 * whose metric is named. Empty for boards of anything else.
 * @param boards where those that name no metric are looked for
 */
export function rowsBeyond(board: Board, boards: readonly Board[]): RankedRow[] {
  const { benchmark, metric, kind, unit, better, rows } = board;
  const best = rows.find(({ rank }) => rank === 1);
  const isUsual = metric !== null && USUAL.test(metric.name);
  if (!best || kind !== 'absolute' || unit !== '%' || better !== 'higher' || !isUsual) return [];
  return boards
    .filter((other) => other.benchmark.key === benchmark.key && !other.metric)
    .filter((other) => other.kind === kind && other.unit === unit)
    .flatMap((other) => other.rows)
    .filter(
      (row) =>
        row.subject !== null &&
        (row.standing === 'unranked' || row.standing === 'ranked') &&
        isExactValue(row) &&
        row.value > best.value &&
        row.value <= 100,
    )
    .sort((a, b) => b.value - a.value);
}

/**
 * Says so: `2 values that name no metric are higher: MAI-UI 73.5 %, Holo2 66.1 %.`
 * @returns undefined where there are none
 */
export function describeBeyond(beyond: readonly RankedRow[]): string | undefined {
  if (beyond.length === 0) return undefined;
  const values =
    beyond.length === 1 ? 'value that names no metric is' : 'values that name no metric are';
  const shown = beyond.slice(0, SHOWN).map(({ subject, label }) => `${subject?.name} ${label}`);
  const more = beyond.length > shown.length ? ', …' : '.';
  return `${beyond.length} ${values} higher: ${shown.join(', ')}${more}`;
}

const SHOWN = 3;

/** What a percentage means where nothing is said. */
const USUAL = /\b(?:accuracy|acc|success|pass@1|resolved?|resolution|solved?)\b/i;
