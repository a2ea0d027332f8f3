import { Command } from 'commander';
import { type Period, timeline } from '../../graph/analysis/timeline.ts';
import { toTimeChart } from '../../graph/drawing/time-chart.ts';
import { ENTITY_TYPES } from '../../graph/schema.ts';
import type { CommandIo } from './command-io.ts';
import { type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { libraryOption } from './library-option.ts';
import { formatOption, outOption, type ShowFlags, show, spreadsheetOption } from './show.ts';
import { type Column, toTable } from './tables.ts';

interface Flags extends ShowFlags, FilterFlags {
  readonly library: string;
}

/** `sotagraph timeline`: what came when. */
export function timelineCommand(io: CommandIo): Command {
  const command = new Command('timeline')
    .description('count papers, reported numbers and new entities by month')
    .addOption(libraryOption())
    .addOption(formatOption(['table', 'json', 'csv', 'markdown', 'svg']))
    .addOption(outOption())
    .addOption(spreadsheetOption());
  return withFilter(command, ['since', 'until', 'minPapers', 'around'])
    .addHelpText('after', '\nExample:\n  $ sotagraph timeline --format svg --out timeline.svg')
    .action((flags: Flags) => printTimeline(flags, io));
}

interface Line extends Period {
  readonly month: string;
}

const COLUMNS: readonly Column<Line>[] = [
  { name: 'month', of: ({ month }) => month },
  { name: 'papers', align: 'right', of: ({ papers }) => papers },
  { name: 'numbers', align: 'right', of: ({ results }) => results },
  ...ENTITY_TYPES.map((type) => ({
    name: `new ${type}`,
    align: 'right' as const,
    of: ({ entities }: Line) => entities[type],
  })),
];

async function printTimeline(flags: Flags, io: CommandIo): Promise<void> {
  const found = timeline(await readFiltered(flags.library, flags));
  const { undated, months } = found;
  const rows = undated.papers > 0 ? [...months, { ...undated, month: 'undated' }] : months;
  await show(
    {
      tables: () => [toTable(COLUMNS, rows)],
      csv: { columns: COLUMNS, rows },
      json: found,
      svg: () => toTimeChart(found, 'Papers, reported numbers and new entities by month'),
    },
    flags,
    io,
  );
}
