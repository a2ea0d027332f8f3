import { Option } from 'commander';
import { type Colors, colorsFor } from './colors.ts';
import { type CommandIo, write } from './command-io.ts';
import { filled } from './flags.ts';
import { toLatex } from './latex-table.ts';
import { withOutput } from './output.ts';
import { type Column, printTables, type Table, toCsv, toMarkdown } from './tables.ts';

export type TableFormat = 'table' | 'text' | 'json' | 'csv' | 'markdown' | 'latex' | 'svg';

/** What a command has found, for each way to show it. */
export interface Findings<Row = never> {
  readonly tables: () => readonly Table[];
  readonly csv?: { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[] };
  /** What `--format json` prints. */
  readonly json: unknown;
  readonly svg?: () => string;
}

export interface ShowFlags {
  readonly format: TableFormat;
  readonly out: string;
  readonly spreadsheet?: true;
}

/** `--format`, for those of the formats that a command has; the first is the default. */
export function formatOption(formats: readonly [TableFormat, ...TableFormat[]]): Option {
  return new Option('-f, --format <format>', 'how to print it')
    .choices([...formats])
    .default(formats[0]);
}

export function outOption(): Option {
  return new Option('-o, --out <file>', 'the file to write, or - for standard output')
    .default('-')
    .argParser(filled);
}

export function spreadsheetOption(): Option {
  const what = "of CSV, mark UTF-8 for Excel, and put a ' before what it takes for a formula";
  return new Option('--spreadsheet', what);
}

/** Prints findings as the flags say. @throws ExportError if the file cannot be written */
export async function show<Row>(
  findings: Findings<Row>,
  flags: ShowFlags,
  io: CommandIo,
): Promise<void> {
  const { out } = flags;
  const isScreen = out === '-';
  const width = isScreen ? widthOf(io) : Number.POSITIVE_INFINITY;
  const colors = colorsFor(isScreen ? io.stdout : {});
  await withOutput(out, io, (output) => write(output, render(findings, flags, width, colors)));
}

function render<Row>(
  { tables, csv, json, svg }: Findings<Row>,
  { format, spreadsheet }: ShowFlags,
  width: number,
  colors: Colors,
): string {
  if (format === 'json') return `${JSON.stringify(json, null, 2)}\n`;
  if (format === 'svg' && svg) return svg();
  if (format === 'csv' && csv) return toCsv(csv.columns, csv.rows, spreadsheet);
  if (format === 'markdown') return toMarkdown(tables());
  return format === 'latex' ? toLatex(tables()) : printTables(tables(), width, colors);
}

/** A pipe or a file has no edge. */
function widthOf({ stdout }: CommandIo): number {
  return 'columns' in stdout ? Number(stdout.columns) : Number.POSITIVE_INFINITY;
}
