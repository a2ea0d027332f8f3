import type { ColumnType } from '../property-graph/columns.ts';
import { type Cell, toCsvRow } from './csv-row.ts';
import type { ExportOptions } from './export-options.ts';

/** Rows that are put into words at once. */
const BATCH = 500;

/**
 * A table as CSV (RFC 4180), or with tabs, in pieces. What holds a comma, a quote or the end of a line is quoted.
 * @param header none for rows that differ in length
 */
export function* toTable(
  header: readonly string[] | undefined,
  rows: Iterable<readonly Cell[]>,
  { tsv = false, spreadsheet = false }: Pick<ExportOptions, 'tsv' | 'spreadsheet'>,
): Generator<string> {
  const options = { delimiter: tsv ? '\t' : ',', spreadsheet };
  // Without its mark Excel takes UTF-8 for the encoding of its country.
  if (spreadsheet) yield '\uFEFF';
  if (header) yield toCsvRow(header, options);
  let batch: string[] = [];
  for (const row of rows) {
    if (batch.push(toCsvRow(row, options)) < BATCH) continue;
    yield batch.join('');
    batch = [];
  }
  yield batch.join('');
}

/** An attribute as text: lists and what is deeper as JSON, flags as `true` and `false`, nothing for what is not there. */
export function toText(value: unknown, type: ColumnType): string | undefined {
  if (value === null || value === undefined) return undefined;
  return type === 'texts' || type === 'json' ? JSON.stringify(value) : String(value);
}

/** An attribute as a cell; a number stays one, so that nothing takes -3 for a formula. */
export function toCell(value: unknown, type: ColumnType): Cell {
  return typeof value === 'number' ? value : toText(value, type);
}
