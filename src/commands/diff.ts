import { Command } from 'commander';
import {
  type BeatenBoard,
  diff,
  type GraphDiff,
  type TypedEntity,
} from '../../graph/analysis/diff.ts';
import type { RankedRow } from '../../graph/analysis/rank-rows.ts';
import type {
  Named,
  PaperReference,
  ReportedResult,
} from '../../graph/analysis/reported-result.ts';
import { ENTITY_TYPES } from '../../graph/schema.ts';
import { readGraph } from '../library/read-library.ts';
import type { CommandIo } from './command-io.ts';
import { filled, positiveInteger } from './flags.ts';
import { list } from './reporters.ts';
import { formatOption, outOption, type ShowFlags, show } from './show.ts';
import { type Column, type Table, toTable } from './tables.ts';

interface Flags extends ShowFlags {
  readonly limit: number;
}

/** `sotagraph diff OLD NEW`: what changed from one library to another. */
export function diffCommand(io: CommandIo): Command {
  return new Command('diff')
    .description(
      'say what changed between two libraries: papers, methods, first results, beaten values',
    )
    .argument('<old>', 'the folder of the earlier library', filled)
    .argument('<new>', 'the folder of the later one', filled)
    .option('--limit <count>', 'so many lines of each kind at most', positiveInteger, 20)
    .addOption(formatOption(['text', 'json', 'markdown']))
    .addOption(outOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ sotagraph diff last-week library --format markdown --out changes.md',
    )
    .action((old: string, young: string, flags: Flags) => printDiff(old, young, flags, io));
}

async function printDiff(old: string, young: string, flags: Flags, io: CommandIo): Promise<void> {
  const [before, after] = [await readGraph(old), await readGraph(young)];
  const found = diff(before, after);
  const tables = () => {
    const changes = tablesOf(found, flags.limit);
    return changes.length > 0 ? changes : [toTable([], [], { notes: ['Nothing has changed.'] })];
  };
  await show({ tables, json: found }, flags, io);
}

function tablesOf(found: GraphDiff, limit: number): Table[] {
  const { papers, entities, firstResults, beaten, merged, split } = found;
  const part = <Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]) => {
    if (rows.length === 0) return [];
    const notes = rows.length > limit ? [`… and ${rows.length - limit} more`] : [];
    return [toTable(columns, rows.slice(0, limit), { title: `${title}: ${rows.length}`, notes })];
  };
  const ofType = (all: readonly TypedEntity[]) =>
    ENTITY_TYPES.map((type) => [type, all.filter((entity) => entity.type === type)] as const);
  return [
    ...part('New papers', paperColumns, papers.added),
    ...part('Papers that are gone', paperColumns, papers.removed),
    ...part('Beaten best values', beatenColumns, beaten),
    ...part('First results on a benchmark', firstColumns, firstResults),
    ...ofType(entities.added).flatMap(([type, all]) => part(`New: ${type}`, entityColumns, all)),
    ...ofType(entities.removed).flatMap(([type, all]) => part(`Gone: ${type}`, entityColumns, all)),
    ...part('Several that are one now', mergedColumns, merged),
    ...part('One that is several now', splitColumns, split),
  ];
}

const paperColumns: Column<PaperReference>[] = [
  { name: 'paper', of: ({ id }) => id, link: ({ url }) => url },
  { name: 'title', of: ({ name }) => name },
  { name: 'date', of: ({ date }) => date },
];

const entityColumns: Column<TypedEntity>[] = [
  { name: 'name', of: ({ name }) => name },
  { name: 'papers', align: 'right', of: ({ papers }) => papers },
];

const beatenColumns: Column<BeatenBoard>[] = [
  { name: 'benchmark', of: ({ benchmark }) => benchmark.name },
  { name: 'metric', of: ({ metric }) => metric?.name ?? null },
  { name: 'before', align: 'right', of: ({ before: [row] }) => row?.label ?? null },
  { name: 'by', of: ({ before }) => list(before.map(subjectOf)) },
  { name: 'now', align: 'right', of: ({ after: [row] }) => row?.label ?? null },
  { name: 'by', of: ({ after }) => list(after.map(subjectOf)) },
  {
    name: 'paper',
    of: ({ after }) => list(after.flatMap(({ reports }) => reports.map(({ paper }) => paper.id))),
    link: ({ after: [row] }) => row?.reports[0]?.paper.url ?? null,
  },
];

const subjectOf = ({ subject }: RankedRow) => subject?.name;

const firstColumns: Column<GraphDiff['firstResults'][number]>[] = [
  { name: 'benchmark', of: ({ benchmark }) => benchmark.name },
  { name: 'numbers', align: 'right', of: ({ results }) => results.length },
  { name: 'among them', of: ({ results: [first] }) => (first ? describe(first) : null) },
];

/** `60.76 % success rate of CoAct-1` */
function describe({ label, metric, subject }: ReportedResult): string {
  const of = subject ? ` of ${subject.name}` : '';
  return `${label}${metric ? ` ${metric.name}` : ''}${of}`;
}

const names = (things: readonly Named[]) =>
  things.map(({ key, name }) => `${name} (${key})`).join(', ');

const mergedColumns: Column<GraphDiff['merged'][number]>[] = [
  { name: 'before', of: ({ before }) => names(before) },
  { name: 'now', of: ({ after }) => names([after]) },
];

const splitColumns: Column<GraphDiff['split'][number]>[] = [
  { name: 'before', of: ({ before }) => names([before]) },
  { name: 'now', of: ({ after }) => names(after) },
];
