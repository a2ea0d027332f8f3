import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../../graph/cypher/cell.ts';
import type { Answer } from '../../graph/cypher/embedded.ts';

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
    stringify([
      columns,
      ...rows.map((row) => row.map((cell) => (cell === null ? '' : toText(cell)))),
    ]),
} as const satisfies Record<string, (answer: Answer, width: number) => string>;

/** Columns as wide as what they hold, or as the terminal has room for; a cell that is cut ends with `…`. */
function toTable({ columns, rows }: Answer, width: number): string {
  const lines = [columns, ...rows.map((row) => row.map(toText))];
  const wanted = columns.map((_, at) => Math.max(...lines.map((line) => measure(line[at] ?? ''))));
  const widths = shrink(wanted, width - GAP.length * (columns.length - 1));
  const print = (line: readonly string[]) =>
    widths
      .map((size, at) => pad(line[at] ?? '', size))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((size) => '─'.repeat(size)).join(GAP);
  const [head = [], ...body] = lines;
  const count = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  return `${[print(head), rule, ...body.map(print), '', count].join('\n')}\n`;
}

const GAP = '  ';
const NARROWEST = 8;

/** The widest columns give way first. */
function shrink(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  let over = widths.reduce((sum, size) => sum + size, 0) - room;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const at = widths.indexOf(widest);
    const next = Math.max(NARROWEST, ...widths.filter((size) => size < widest));
    const cut = Math.min(over, widest - next || 1);
    widths[at] = widest - cut;
    over -= cut;
  }
  return widths;
}

/** A cell on one line; what would move the cursor or turn the writing round is shown by its code. */
function toText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (Array.isArray(cell) && cell.every((item) => typeof item === 'string')) return cell.join(', ');
  return JSON.stringify(cell);
}

function measure(text: string): number {
  return [...printable(text)].length;
}

function pad(text: string, size: number): string {
  const signs = [...printable(text)];
  if (signs.length <= size)
    return signs.join('').padEnd(size + (signs.join('').length - signs.length));
  return `${signs.slice(0, size - 1).join('')}…`;
}

function printable(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /[\p{Cc}\p{Bidi_Control}]/gu,
      (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}
