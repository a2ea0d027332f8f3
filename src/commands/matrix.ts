import { Command, InvalidArgumentError, Option } from 'commander';
import { type Matrix, type MatrixCell, matrix } from '../../graph/analysis/matrix.ts';
import { type OpenExperiment, openExperiments } from '../../graph/analysis/open-experiments.ts';
import type { Named } from '../../graph/analysis/reported-result.ts';
import { toHeatMap } from '../../graph/drawing/heat-map.ts';
import { ENTITY_TYPES, type EntityType } from '../../graph/schema.ts';
import { type CommandIo, say } from './command-io.ts';
import { describeFilter, type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { positiveInteger } from './flags.ts';
import { libraryOption } from './library-option.ts';
import { formatOption, outOption, type ShowFlags, show, spreadsheetOption } from './show.ts';
import { type Column, type Table, toTable } from './tables.ts';

interface Flags extends ShowFlags, FilterFlags {
  readonly library: string;
  readonly rows: EntityType[];
  readonly columns: EntityType[];
  readonly values: 'best' | 'papers';
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly open: boolean;
  readonly limit: number;
}

/** `sotagraph matrix`: what was tested on what, and what was not. */
export function matrixCommand(io: CommandIo): Command {
  const command = new Command('matrix')
    .description('show what was tested on what, and which empty cells are worth testing')
    .addOption(libraryOption())
    .option('--rows <types>', 'types of the rows', entityTypes, ['Method', 'Model'])
    .option('--columns <types>', 'types of the columns', entityTypes, ['Benchmark', 'Dataset'])
    .addOption(
      new Option('--values <what>', 'what a cell shows: the best value, or how many papers say so')
        .choices(['best', 'papers'])
        .default('best'),
    )
    .option('--max-rows <count>', 'so many rows at most, the fullest', positiveInteger, 30)
    .option('--max-columns <count>', 'so many columns at most', positiveInteger, 15)
    .option(
      '--open',
      'list open experiments instead: empty cells where close rivals were tested',
      false,
    )
    .option('--limit <count>', 'list so many open experiments at most', positiveInteger, 20)
    .addOption(formatOption(['table', 'json', 'csv', 'markdown', 'svg']))
    .addOption(outOption())
    .addOption(spreadsheetOption());
  return withFilter(command, ['since', 'until', 'minPapers', 'around'])
    .addHelpText(
      'after',
      `
Example:
  $ sotagraph matrix --rows Method --columns Benchmark --format svg --out matrix.svg
  $ sotagraph matrix --open`,
    )
    .action((flags: Flags) => printMatrix(flags, io));
}

async function printMatrix(flags: Flags, io: CommandIo): Promise<void> {
  const graph = await readFiltered(flags.library, flags);
  if (flags.open) {
    const experiments = openExperiments(graph, flags, flags.limit);
    return show(toOpenFindings(experiments, flags), flags, io);
  }
  const found = matrix(graph, flags);
  await show(toFindings(found, flags), flags, io);
  const { rows, columns, allRows, allColumns } = found;
  if (rows.length < allRows || columns.length < allColumns) {
    const all = `--max-rows ${allRows} --max-columns ${allColumns}`;
    say(
      io,
      `${rows.length} of ${allRows} rows, ${columns.length} of ${allColumns} columns; all with ${all}.`,
    );
  }
}

function toFindings(found: Matrix, flags: Flags) {
  const rows = found.rows.map((row, at) => ({ row, cells: found.cells[at] ?? [] }));
  const columns: Column<(typeof rows)[number]>[] = [
    { name: '', of: ({ row }) => row.name },
    ...found.columns.map(({ name }, at) => ({
      name,
      align: 'right' as const,
      of: ({ cells }: (typeof rows)[number]) => textOf(cells[at] ?? null, flags.values),
    })),
  ];
  return {
    tables: () => [toTable(columns, rows, { notes: notesOf(found, flags) })],
    csv: { columns, rows },
    json: found,
    svg: () => toHeatMap(found, { title: titleOf(flags), values: flags.values }),
  };
}

/** A best value, a count of papers, or a dot for what was tested without a number to compare. */
function textOf(cell: MatrixCell | null, values: Flags['values']): string | number | null {
  if (!cell) return null;
  return values === 'papers' ? cell.papers.length : (cell.best?.label ?? '•');
}

function notesOf({ columns }: Matrix, { values }: Flags): string[] {
  if (values === 'papers') return [EMPTY];
  const measures = columns.flatMap(({ name, measure }) =>
    measure?.metric ? [`${name} by ${measure.metric.name}`] : [],
  );
  const compared = measures.length > 0 ? [`Compared: ${measures.join(', ')}.`] : [];
  return [...compared, `•: without a number to compare. ${EMPTY}`];
}

const EMPTY = 'An empty cell means that no abstract here says so, not that nobody tried.';

function titleOf({ rows, columns, values }: Flags): string {
  const what = values === 'papers' ? 'how many papers' : 'best values';
  return `${rows.join(' and ')} by ${columns.join(' and ')}: ${what}`;
}

function toOpenFindings(experiments: readonly OpenExperiment[], flags: Flags) {
  const columns: Column<OpenExperiment>[] = [
    { name: flags.rows.join(' or '), of: ({ row }) => row.name },
    { name: `no abstract here tests it on`, of: ({ column }) => column.name },
    { name: 'rivals tested there', align: 'right', of: ({ rivals }) => rivals.length },
    { name: 'closest', of: ({ rivals }) => rivals[0]?.name ?? null },
    { name: 'which shares', of: ({ rivals }) => names(rivals[0]?.shared ?? []) },
    { name: 'papers', of: ({ rivals }) => rivals[0]?.papers.join(', ') ?? null },
  ];
  const notes =
    experiments.length > 0
      ? ['What no abstract here says may stand in a full text, or in a paper that is not here.']
      : [`No empty cell here has a rival that was tested there${describeFilter(flags)}.`];
  return {
    tables: (): Table[] => [toTable(columns, experiments, { notes })],
    csv: { columns, rows: experiments },
    json: experiments,
  };
}

const names = (things: readonly Named[]) => things.map(({ name }) => name).join(', ');

/** `method,Benchmark` -> `['Method', 'Benchmark']` */
function entityTypes(value: string): EntityType[] {
  return value.split(',').map((word) => {
    const found = ENTITY_TYPES.find((type) => type.toLowerCase() === word.trim().toLowerCase());
    if (found) return found;
    throw new InvalidArgumentError(`"${word}" is none of ${ENTITY_TYPES.join(', ')}.`);
  });
}
