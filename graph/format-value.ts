import type { ResultNode } from './schema.ts';

/**
 * A number as it is read: `31.6 %`, `+10.2 points`, `−54.7 %`, `1.33×`, `up to 3×`.
 * @param written the number in its paper, whose zeros at the end say how exact it is: `52.0`
 */
export function formatValue(
  { value, unit, kind, qualifier }: Pick<ResultNode, 'value' | 'unit' | 'kind' | 'qualifier'>,
  written = '',
): string {
  const sign = kind === 'gain' ? '+' : kind === 'reduction' ? '−' : '';
  const times = unit === 'x' || (kind === 'ratio' && unit === null);
  const measure = times ? '×' : unit === null ? '' : ` ${unit}`;
  const meant = qualifier === null ? '' : `${qualifier} `;
  return `${meant}${sign}${withZeros(value, written)}${measure}`;
}

/** 52, `52.0` -> `52.0`; 53000, `53.0k` -> `53000`; 51.5, which a person put right, `52.0` -> `51.5` */
function withZeros(value: number, written: string): string {
  const [decimal = ''] = /\d[\d,]*\.\d*0(?!\d)/.exec(written) ?? [];
  const digits = decimal.replaceAll(',', '');
  const isSame = digits !== '' && Number(digits) === Math.abs(value);
  return isSame ? `${value < 0 ? '-' : ''}${digits}` : String(value);
}
