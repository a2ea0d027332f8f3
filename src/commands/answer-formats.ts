import type { Cell } from '../../graph/cypher/cell.ts';
import type { Answer } from '../../graph/cypher/embedded.ts';
import { toCsvRow } from '../../graph/export/csv-row.ts';
import { toTextTable } from './text-table.ts';

/** How an answer is printed. */
export type AnswerFormat = keyof typeof ANSWER_FORMATS;

export const ANSWER_FORMATS = {
  table: (answer: Answer, width: number): string => toTable(answer, width),
  json: ({ columns, rows }: Answer): string =>
    `${JSON.stringify(
      rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? null]))),
      null,
      2,
    )}\n`,
  csv: ({ columns, rows }: Answer): string =>
    [columns, ...rows.map((row) => row.map(toText))].map((row) => toCsvRow(row)).join(''),
} as const satisfies Record<string, (answer: Answer, width: number) => string>;

function toTable({ columns, rows }: Answer, width: number): string {
  const table = toTextTable(
    columns,
    rows.map((row) => row.map(toText)),
    width,
  );
  return `${table}\n\n${rows.length} ${rows.length === 1 ? 'row' : 'rows'}\n`;
}

function toText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (Array.isArray(cell) && cell.every((item) => typeof item === 'string')) return cell.join(', ');
  return JSON.stringify(cell);
}
