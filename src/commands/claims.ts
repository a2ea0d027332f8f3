import { Command } from 'commander';
import {
  type Claim,
  type Comparison,
  claims,
  type SharedBoard,
} from '../../graph/analysis/claims.ts';
import type { Verdict } from '../../graph/analysis/contradictions.ts';
import { type Wording, wordingOf } from '../../graph/analysis/wording.ts';
import { UsageError } from '../../graph/errors.ts';
import { openDocuments } from '../library/open-documents.ts';
import { type CommandIo, say } from './command-io.ts';
import { expectTyped } from './expect-typed.ts';
import { describeFilter, type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { filled } from './flags.ts';
import { libraryOption } from './library-option.ts';
import { contraryNote, list, REPORTERS } from './reporters.ts';
import { formatOption, outOption, type ShowFlags, show, spreadsheetOption } from './show.ts';
import { type Column, type Table, toTable } from './tables.ts';
import { withSentences } from './with-sentences.ts';

interface Flags extends ShowFlags, FilterFlags {
  readonly library: string;
}

/** `sotagraph claims A B`: who says which of the two is better, where, and by how much. */
export function claimsCommand(io: CommandIo): Command {
  const command = new Command('claims')
    .description('show who says that one method or model beats another, where, and by how much')
    .argument('<a>', 'a method or model, by name or key', filled)
    .argument('<b>', 'another one', filled)
    .addOption(libraryOption())
    .addOption(formatOption(['table', 'json', 'csv', 'markdown']))
    .addOption(outOption())
    .addOption(spreadsheetOption());
  return withFilter(command, ['since', 'until'])
    .addHelpText('after', '\nExample:\n  $ sotagraph claims CoAct-1 "Agent S2"')
    .action((a: string, b: string, flags: Flags) => printClaims(a, b, flags, io));
}

async function printClaims(a: string, b: string, flags: Flags, io: CommandIo): Promise<void> {
  const graph = await readFiltered(flags.library, flags);
  const [first, second] = [a, b].map((name) => expectTyped(graph, name, ['Method', 'Model']));
  if (!first || !second || first === second) {
    throw new UsageError(`"${a}" and "${b}" are one thing; name two`);
  }
  const found = claims(graph, first, second);
  using documents = await openDocuments(flags.library);
  const wording = wordingOf(documents);
  const rows = rowsOf(found);
  await show(
    {
      tables: () => tablesOf(found, rows, wording),
      csv: { columns: csvColumns(wording), rows },
      json: withSentences(found, wording),
    },
    flags,
    io,
  );
  if (rows.length + found.boards.length === 0) {
    say(
      io,
      `No abstract here compares ${found.a.name} with ${found.b.name}${describeFilter(flags)}.`,
    );
  }
}

interface ClaimRow extends Verdict {
  readonly says: string;
  readonly margins: Claim['margins'];
}

function rowsOf({ a, b, aWins, bWins, draws }: Comparison): ClaimRow[] {
  return [
    ...aWins.map((claim) => ({ ...claim, says: `${a.name} wins` })),
    ...bWins.map((claim) => ({ ...claim, says: `${b.name} wins` })),
    ...draws.map((draw) => ({ ...draw, says: 'no winner', margins: [] })),
  ];
}

function tablesOf(found: Comparison, rows: readonly ClaimRow[], wording: Wording): Table[] {
  const { a, b, independent, boards } = found;
  const columns: Column<ClaimRow>[] = [
    ...claimColumns,
    { name: 'who', of: ({ reporter }) => REPORTERS[reporter] },
    { name: 'paper', of: ({ paper }) => paper.id, link: ({ paper }) => paper.url },
    { name: 'date', of: ({ paper }) => paper.date },
    { name: 'note', of: contraryNote },
  ];
  const others = `Papers other than the winner's own: ${independent.aWins} for ${a.name}, ${independent.bWins} for ${b.name}.`;
  const said = toTable(columns, rows, {
    title: `${a.name} and ${b.name}`,
    below: ({ evidence }) => [wording.words(evidence) ?? ''],
    notes: [others],
  });
  const shared = toTable(boardColumns(found), boards, {
    title: 'Values of both',
    notes: boards.some(({ isOnePaper }) => !isOnePaper)
      ? ['Values of different papers were perhaps not measured in one way.']
      : [],
  });
  return [...(rows.length > 0 ? [said] : []), ...(boards.length > 0 ? [shared] : [])];
}

const claimColumns: Column<ClaimRow>[] = [
  { name: 'says', of: ({ says }) => says },
  { name: 'on', of: ({ margins }) => list(margins.map(({ benchmark }) => benchmark?.name)) },
  { name: 'by', of: ({ margins }) => list(margins.map(describeMargin)) },
];

/** `+10.2 points in accuracy` */
function describeMargin({ label, metric }: Claim['margins'][number]): string {
  return metric ? `${label} in ${metric.name}` : label;
}

function boardColumns({ a, b }: Comparison): Column<SharedBoard>[] {
  return [
    { name: 'benchmark', of: ({ benchmark }) => benchmark.name },
    { name: 'metric', of: ({ metric }) => metric?.name ?? null },
    { name: a.name, align: 'right', of: (board) => board.a.label },
    { name: b.name, align: 'right', of: (board) => board.b.label },
    { name: 'better', of: ({ better }) => better && `${better} is better` },
    {
      name: 'papers',
      of: (board) => list([...board.a.reports, ...board.b.reports].map(({ paper }) => paper.id)),
    },
  ];
}

function csvColumns(wording: Wording): Column<ClaimRow>[] {
  return [
    ...claimColumns,
    { name: 'who', of: ({ reporter }) => REPORTERS[reporter] },
    { name: 'paper', of: ({ paper }) => paper.id },
    { name: 'date', of: ({ paper }) => paper.date },
    { name: 'note', of: contraryNote },
    { name: 'sentence', of: ({ evidence }) => wording.words(evidence) ?? null },
  ];
}
