import type { ResultNode } from './schema.ts';

/** A number as it is read: `31.6 %`, `+10.2 points`, `−54.7 %`, `1.33×`, `up to 3×`. */
export function formatValue({
  value,
  unit,
  kind,
  qualifier,
}: Pick<ResultNode, 'value' | 'unit' | 'kind' | 'qualifier'>): string {
  const sign = kind === 'gain' ? '+' : kind === 'reduction' ? '−' : '';
  const times = unit === 'x' || (kind === 'ratio' && unit === null);
  const measure = times ? '×' : unit === null ? '' : ` ${unit}`;
  const meant = qualifier === null ? '' : `${qualifier} `;
  return `${meant}${sign}${value}${measure}`;
}
