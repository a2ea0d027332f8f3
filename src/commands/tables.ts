import { stringify } from 'csv-stringify/sync';
import type { Colors } from './colors.ts';
import { type Align, printable, toTextTable } from './text-table.ts';

export type TableCell = string | number | null;

/** A column of a table: its name, and what it shows of a row. */
export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => TableCell;
  readonly align?: Align;
  /** Set in Markdown as a link to this address, where the row has one. */
  readonly link?: (row: Row) => string | null;
}

/** What a command has to show, before it is known how. */
export interface Table {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly alignments: readonly Align[];
  /** Of each row, the address that each cell links to. */
  readonly links: readonly (readonly (string | null)[])[];
  /** Of each row, what stands below it. */
  readonly below: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

interface TableText<Row> {
  readonly title?: string;
  readonly notes?: readonly string[];
  /** What stands below a row, such as its sentences. */
  readonly below?: (row: Row) => readonly string[];
}

/** Columns that hold nothing in any row are left out. */
export function toTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { title, notes = [], below = () => [] }: TableText<Row> = {},
): Table {
  const isFilled = ({ of }: Column<Row>) => rows.some((row) => (of(row) ?? '') !== '');
  const shown = rows.length === 0 ? columns : columns.filter(isFilled);
  return {
    ...(title === undefined ? {} : { title }),
    columns: shown.map(({ name }) => name),
    rows: rows.map((row) => shown.map(({ of }) => of(row))),
    alignments: shown.map(({ align = 'left' }) => align),
    links: rows.map((row) => shown.map(({ link }) => link?.(row) ?? null)),
    below: rows.map(below),
    notes,
  };
}

/** @param width of the terminal, in columns */
export function printTables(tables: readonly Table[], width: number, colors: Colors): string {
  return tables.map((table) => printTable(table, width, colors)).join('\n');
}

function printTable(table: Table, width: number, colors: Colors): string {
  const { title, columns, rows, alignments, below, notes } = table;
  const body = rows.map((row) => row.map(toText));
  const [head = '', rule = '', ...lines] = toTextTable(columns, body, width, alignments).split(
    '\n',
  );
  const room = Math.min(width, WIDEST) - INDENT.length;
  const printed = lines.flatMap((line, at) => [
    line,
    ...(below[at] ?? []).flatMap((text) => wrap(printable(text), room)).map(colors.dim),
  ]);
  return [
    ...(title === undefined ? [] : [colors.bold(printable(title)), '']),
    ...(rows.length === 0 ? [] : [head, colors.dim(rule), ...printed]),
    ...(notes.length > 0 && rows.length > 0 ? [''] : []),
    ...notes.map(printable),
    '',
  ].join('\n');
}

const INDENT = '    ';
/** The longest line that reads well. */
const WIDEST = 100;

function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => INDENT + line);
}

/** Rows of all tables under one head, as comma-separated values (RFC 4180). */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return stringify([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ of }) => of(row) ?? '')),
  ]);
}

/** Tables as GitHub shows them. */
export function toMarkdown(tables: readonly Table[]): string {
  return tables.map(toMarkdownTable).join('\n');
}

function toMarkdownTable({ title, columns, rows, alignments, links, below, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row, at) =>
    line(row.map((cell, column) => linked(escapeMarkdown(toText(cell)), links[at]?.[column]))),
  );
  // Numbered as the rows are, counted from the top.
  const said = below.flatMap((texts, at) =>
    texts.map((text) => `${at + 1}. ${escapeMarkdown(text)}`),
  );
  return [
    ...(title === undefined ? [] : [`### ${escapeMarkdown(title)}`, '']),
    ...(rows.length === 0
      ? []
      : [
          line(columns.map(escapeMarkdown)),
          line(alignments.map((align) => (align === 'right' ? '--:' : '---'))),
          ...body,
          '',
        ]),
    ...(said.length > 0 ? [...said, ''] : []),
    ...notes.flatMap((note) => [escapeMarkdown(note), '']),
  ].join('\n');
}

function linked(text: string, address: string | null | undefined): string {
  return address && text !== ''
    ? `[${text}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`
    : text;
}

export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|*_`<>[\]#~]/g, '\\$&');
}

export function toText(cell: TableCell): string {
  return cell === null ? '' : String(cell);
}
