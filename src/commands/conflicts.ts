import { Command } from 'commander';
import type { ConflictReason } from '../../graph/analysis/conflict-reasons.ts';
import { type Conflict, conflicts } from '../../graph/analysis/conflicts.ts';
import { type Contradiction, contradictions } from '../../graph/analysis/contradictions.ts';
import { type RefutedClaim, refutedClaims } from '../../graph/analysis/own-numbers.ts';
import type { RankedRow } from '../../graph/analysis/rank-rows.ts';
import type { Cited } from '../../graph/analysis/reported-result.ts';
import { type Wording, wordingOf } from '../../graph/analysis/wording.ts';
import { openDocuments } from '../library/open-documents.ts';
import { type CommandIo, say } from './command-io.ts';
import { expectTyped } from './expect-typed.ts';
import { describeFilter, type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { filled } from './flags.ts';
import { libraryOption } from './library-option.ts';
import { contraryNote, describeNumbers, list, REPORTERS } from './reporters.ts';
import { formatOption, outOption, type ShowFlags, show, spreadsheetOption } from './show.ts';
import { type Column, type Table, toTable } from './tables.ts';
import { withSentences } from './with-sentences.ts';

interface Flags extends ShowFlags, FilterFlags {
  readonly library: string;
  readonly benchmark?: string;
  readonly method?: string;
}

/** `sotagraph conflicts`: where papers give different numbers for one thing, side by side. */
export function conflictsCommand(io: CommandIo): Command {
  const command = new Command('conflicts')
    .description(
      'show where papers disagree: other values of one method on one benchmark, each said to beat the other, or claims against their own numbers',
    )
    .addOption(libraryOption())
    .option('--benchmark <benchmark>', 'only on this benchmark or dataset', filled)
    .option('--method <method>', 'only of this method or model', filled)
    .addOption(formatOption(['table', 'json', 'csv', 'markdown']))
    .addOption(outOption())
    .addOption(spreadsheetOption());
  return withFilter(command, ['since', 'until', 'minPapers'])
    .addHelpText('after', '\nExample:\n  $ sotagraph conflicts --benchmark GSM8K')
    .action((flags: Flags) => printConflicts(flags, io));
}

async function printConflicts(flags: Flags, io: CommandIo): Promise<void> {
  const graph = await readFiltered(flags.library, flags);
  const benchmark =
    flags.benchmark && expectTyped(graph, flags.benchmark, ['Benchmark', 'Dataset']);
  const subject = flags.method && expectTyped(graph, flags.method, ['Method', 'Model']);
  using documents = await openDocuments(flags.library);
  const wording = wordingOf(documents);
  const values = conflicts(graph, { benchmark, subject, sentenceOf: wording.words });
  const comparisons = benchmark
    ? []
    : contradictions(graph).filter(({ a, b }) => !subject || [a.key, b.key].includes(subject));
  const refuted = benchmark
    ? []
    : refutedClaims(graph).filter(
        ({ winner, loser }) => !subject || [winner.key, loser.key].includes(subject),
      );
  const sides = values.flatMap((conflict) => conflict.values.map((row) => ({ conflict, row })));
  await show(
    {
      tables: () => [
        ...values.map((conflict) => toValueTable(conflict, wording)),
        ...comparisons.map((comparison) => toComparisonTable(comparison, wording)),
        ...(refuted.length > 0 ? [toRefutedTable(refuted, wording)] : []),
      ],
      csv: { columns: csvColumns(wording), rows: sides },
      json: withSentences({ values, comparisons, refuted }, wording),
    },
    flags,
    io,
  );
  if (values.length + comparisons.length + refuted.length === 0) {
    const whose = subject ? ` of ${graph.getNodeAttribute(subject, 'name')}` : '';
    const rivalry = subject ? 'whether it is better than another' : 'which of two is better';
    // What beats what is not told of a benchmark.
    const rest = benchmark
      ? ` on ${graph.getNodeAttribute(benchmark, 'name')}`
      : ` or on ${rivalry}`;
    say(io, `No two papers here disagree on a number${whose}${rest}${describeFilter(flags)}.`);
  }
}

function toValueTable(conflict: Conflict, wording: Wording): Table {
  const { subject, benchmark, metric, unit, values, reasons } = conflict;
  const measure = metric?.name ?? 'a metric that is not named';
  const apart = `${conflict.spread}${unit === '%' ? ' points' : ''} apart`;
  return toTable(valueColumns, values, {
    title: `${subject.name} on ${benchmark.name}, ${measure}: ${apart}`,
    below: ({ reports }) => [...new Set(reports.map(({ evidence }) => quote(evidence, wording)))],
    notes: reasons.map((reason) => describe(reason, values)),
  });
}

const valueColumns: Column<RankedRow>[] = [
  { name: 'value', align: 'right', of: ({ label }) => label },
  {
    name: 'reported by',
    of: ({ reports }) => list(reports.map(({ reporter }) => REPORTERS[reporter])),
  },
  {
    name: 'paper',
    of: ({ reports }) => list(reports.map(({ paper }) => paper.id)),
    link: ({ reports }) => reports[0]?.paper.url ?? null,
  },
  { name: 'date', of: ({ reports }) => reports[0]?.paper.date ?? null },
];

/** `Perhaps another size: 7b (61.2 %); 72b (70 %)` */
function describe({ kind, sides }: ConflictReason, values: readonly RankedRow[]): string {
  if (kind === 'metric') return 'Perhaps another metric: the texts name none';
  const said = sides.flatMap((side, at) => {
    if (side === null) return [];
    const text = kind === 'reporter' ? REPORTERS[side as keyof typeof REPORTERS] : side; // a side of that kind is a reporter
    return [`${text} (${values[at]?.label})`];
  });
  return `Perhaps ${REASONS[kind]}: ${[...new Set(said)].join('; ')}`;
}

const REASONS: Readonly<Record<Exclude<ConflictReason['kind'], 'metric'>, string>> = {
  qualifier: 'not the same kind of value',
  'starting point': 'not a value of it',
  size: 'another size',
  setting: 'another setting',
  reporter: 'who tested it',
  date: 'another time',
};

function toComparisonTable({ a, b, aWins, bWins }: Contradiction, wording: Wording): Table {
  const rows = [
    ...aWins.map((verdict) => ({ better: a.name, ...verdict })),
    ...bWins.map((verdict) => ({ better: b.name, ...verdict })),
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    { name: 'better', of: ({ better }) => better },
    { name: 'says', of: ({ reporter }) => REPORTERS[reporter] },
    { name: 'paper', of: ({ paper }) => paper.id, link: ({ paper }) => paper.url },
    { name: 'date', of: ({ paper }) => paper.date },
    { name: 'note', of: contraryNote },
  ];
  return toTable(columns, rows, {
    title: `${a.name} or ${b.name}: each is said to outperform the other`,
    below: ({ evidence }) => [quote(evidence, wording)],
  });
}

/** Claims whose own papers give numbers to the contrary, with the sentences of both. */
function toRefutedTable(refuted: readonly RefutedClaim[], wording: Wording): Table {
  const columns: Column<RefutedClaim>[] = [
    { name: 'said to be better', of: ({ winner }) => winner.name },
    { name: 'than', of: ({ loser }) => loser.name },
    { name: 'by the numbers', of: ({ numbers }) => describeNumbers(numbers) },
    { name: 'paper', of: ({ evidence }) => evidence.paper },
  ];
  return toTable(columns, refuted, {
    title: "Claims that their own papers' numbers contradict",
    below: ({ evidence, numbers }) => {
      const results = numbers.flatMap(({ winner, loser }) => [...winner, ...loser]);
      const places = [evidence, ...results.map((result) => result.evidence)];
      return [...new Set(places.map((place) => quote(place, wording)))];
    },
    notes: ['In most the claim was misread, in a few a number; the sentences of both are above.'],
  });
}

function quote(evidence: Cited, wording: Wording): string {
  return `${wording.words(evidence) ?? ''} (${evidence.paper})`;
}

interface Side {
  readonly conflict: Conflict;
  readonly row: RankedRow;
}

function csvColumns(wording: Wording): Column<Side>[] {
  return [
    { name: 'method', of: ({ conflict }) => conflict.subject.name },
    { name: 'benchmark', of: ({ conflict }) => conflict.benchmark.name },
    { name: 'metric', of: ({ conflict }) => conflict.metric?.name ?? null },
    { name: 'unit', of: ({ conflict }) => conflict.unit },
    { name: 'value', of: ({ row }) => row.value },
    { name: 'qualifier', of: ({ row }) => row.qualifier },
    { name: 'spread', of: ({ conflict }) => conflict.spread },
    { name: 'papers', of: ({ row }) => list(row.reports.map(({ paper }) => paper.id)) },
    { name: 'date', of: ({ row }) => row.reports[0]?.paper.date ?? null },
    {
      name: 'reasons',
      of: ({ conflict }) =>
        conflict.reasons.map((reason) => describe(reason, conflict.values)).join('; '),
    },
    {
      name: 'sentence',
      of: ({
        row: {
          reports: [report],
        },
      }) => (report && wording.words(report.evidence)) ?? null,
    },
  ];
}
