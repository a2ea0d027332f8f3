import { stringify } from 'csv-stringify/sync';
import type { ColumnType } from '../property-graph/columns.ts';
import type { ExportOptions } from './export-options.ts';

export type Cell = string | number | null | undefined;

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
  const options = {
    delimiter: tsv ? '\t' : ',',
    escape_formulas: spreadsheet,
  };
  // Without its mark Excel takes UTF-8 for the encoding of its country.
  if (spreadsheet) yield '\uFEFF';
  if (header) yield stringify([header], options);
  let batch: (readonly Cell[])[] = [];
  for (const row of rows) {
    if (batch.push(row) < BATCH) continue;
    yield stringify(batch, options);
    batch = [];
  }
  yield stringify(batch, options);
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
