import { Command } from 'commander';
import { type GraphStats, stats } from '../../graph/analysis/stats.ts';
import { openDocuments } from '../library/open-documents.ts';
import type { CommandIo } from './command-io.ts';
import { type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { positiveInteger } from './flags.ts';
import { libraryOption } from './library-option.ts';
import { formatOption, outOption, type ShowFlags, show, spreadsheetOption } from './show.ts';
import { type Column, type Table, toTable } from './tables.ts';

interface Flags extends ShowFlags, FilterFlags {
  readonly library: string;
  readonly limit: number;
}

/** `sotagraph stats`: numbers about the graph. */
export function statsCommand(io: CommandIo): Command {
  const command = new Command('stats')
    .description(
      'count what the graph holds, how it hangs together, and how much of it shows its words',
    )
    .addOption(libraryOption())
    .option(
      '--limit <count>',
      'how many communities and central entities to list',
      positiveInteger,
      10,
    )
    .addOption(formatOption(['table', 'json', 'csv', 'markdown']))
    .addOption(outOption())
    .addOption(spreadsheetOption());
  return withFilter(command, ['types', 'relations', 'minPapers', 'since', 'until', 'around'])
    .addHelpText('after', '\nExample:\n  $ sotagraph stats --since 2026-03')
    .action((flags: Flags) => printStats(flags, io));
}

async function printStats(flags: Flags, io: CommandIo): Promise<void> {
  const graph = await readFiltered(flags.library, flags);
  using documents = await openDocuments(flags.library);
  const { limit } = flags;
  const found = stats(graph, { limit, textOf: (paper, field) => documents.get(paper)?.[field] });
  const rows = countRows(found);
  const findings = {
    tables: () => [toTable(countColumns, rows), ...rankings(found, limit)],
    csv: { columns: countColumns, rows },
    json: found,
  };
  await show(findings, flags, io);
}

interface Count {
  readonly what: string;
  readonly count: number;
  readonly note?: string;
}

const countColumns: Column<Count>[] = [
  { name: 'what', of: ({ what }) => what },
  { name: 'count', align: 'right', of: ({ count }) => count },
  { name: '', of: ({ note }) => note ?? null },
];

function countRows(found: GraphStats): Count[] {
  const { papers, entities, results, degrees, components, evidence } = found;
  const filled = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [{ what, count }] : []));
  const all = Object.values(entities).reduce((sum, count) => sum + count, 0);
  return [
    {
      what: 'papers',
      count: papers.count,
      note: papers.first ? `${papers.first} to ${papers.last}` : '',
    },
    {
      what: 'entities',
      count: all,
      note: `${found.shared} named by several papers, ${found.classTerms} terms for a class`,
    },
    ...filled(entities),
    ...filled(found.claims),
    {
      what: 'results',
      count: results.count,
      note: `with subject ${part(results.withSubject, results.count)}, benchmark ${part(results.withBenchmark, results.count)}, metric ${part(results.withMetric, results.count)}`,
    },
    { what: 'results about nothing named', count: results.unlinked },
    {
      what: 'pairs of entities that are joined',
      count: found.pairs,
      note: `${degrees.mean} for each on average, median ${degrees.median}, at most ${degrees.most}`,
    },
    {
      what: 'entities that nothing joins',
      count: components.alone,
      note: part(components.alone, all - found.classTerms),
    },
    {
      what: 'connected parts',
      count: components.count,
      note: `the largest of ${components.largest} entities`,
    },
    {
      what: 'communities',
      count: found.communities.length,
      note: `they hold ${part(inCommunities(found), all - found.classTerms)} of the entities`,
    },
    ...(evidence
      ? [
          {
            what: 'claims that show their words',
            count: evidence.shown,
            note: part(evidence.shown, evidence.claims),
          },
          {
            what: 'entities and results that do',
            count: evidence.shownThings,
            note: part(evidence.shownThings, evidence.things),
          },
        ]
      : []),
  ];
}

function rankings(found: GraphStats, limit: number): Table[] {
  const { degrees, betweenness, pageRank } = found;
  const score: Column<{ name: string; score: number }>[] = [
    { name: 'name', of: ({ name }) => name },
    { name: 'score', align: 'right', of: (one) => one.score.toFixed(4) },
  ];
  const sampled = `estimated from ${betweenness.sources} of them, drawn by a fixed seed`;
  return [
    toTable(
      [
        {
          name: 'joined with',
          align: 'right',
          of: ({ from, to }) => (from === to ? from : `${from}-${to}`),
        },
        { name: 'entities', align: 'right', of: ({ entities }) => entities },
      ],
      degrees.distribution,
      { title: 'How many others entities are joined with' },
    ),
    toTable(
      [
        { name: 'community', of: ({ name }) => name },
        { name: 'entities', align: 'right', of: ({ members }) => members.length },
      ],
      found.communities.slice(0, limit),
      { title: 'Largest communities' },
    ),
    toTable(score, pageRank, { title: 'Most led to (PageRank)' }),
    toTable(score, betweenness.top, {
      title: 'Most between others (betweenness)',
      notes: betweenness.isExact ? [] : [`Paths between all pairs of entities are ${sampled}.`],
    }),
  ];
}

const inCommunities = ({ communities }: GraphStats) =>
  communities.reduce((sum, { members }) => sum + members.length, 0);

/** `97.5 %`; all only for all. */
function part(count: number, all: number): string {
  if (all === 0) return '';
  if (count === all) return '100 %';
  return `${Math.min(99.9, (100 * count) / all).toFixed(1)} %`;
}
