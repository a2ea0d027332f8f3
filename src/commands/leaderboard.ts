import { Command, Option } from 'commander';
import { type BenchmarkSummary, summarizeBenchmarks } from '../../graph/analysis/benchmarks.ts';
import { describeBeyond, rowsBeyond } from '../../graph/analysis/beyond.ts';
import { type Board, leaderboard } from '../../graph/analysis/leaderboard.ts';
import type { RankedRow, Standing } from '../../graph/analysis/rank-rows.ts';
import { type Wording, wordingOf } from '../../graph/analysis/wording.ts';
import { openDocuments } from '../library/open-documents.ts';
import { type CommandIo, say } from './command-io.ts';
import { expectTyped } from './expect-typed.ts';
import { describeFilter, type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { filled, positiveInteger } from './flags.ts';
import { libraryOption } from './library-option.ts';
import { list, REPORTERS } from './reporters.ts';
import { formatOption, outOption, type ShowFlags, show, spreadsheetOption } from './show.ts';
import { type Column, type Table, toTable } from './tables.ts';
import { withSentences } from './with-sentences.ts';

interface Flags extends ShowFlags, FilterFlags {
  readonly library: string;
  readonly metric?: string;
  readonly task?: string;
  readonly better?: 'higher' | 'lower';
  readonly evidence?: true;
  readonly limit: number;
}

/** `sotagraph leaderboard BENCHMARK`: who is best on it, as far as numbers can be compared. */
export function leaderboardCommand(io: CommandIo): Command {
  const command = new Command('leaderboard')
    .description(
      'rank what is reported on a benchmark, where it can be compared; without one, list the benchmarks',
    )
    .argument('[benchmark]', 'a benchmark or dataset, by name or key', filled)
    .addOption(libraryOption())
    .option('--metric <metric>', 'only by this metric', filled)
    .option('--task <task>', 'only benchmarks and methods that are for this task', filled)
    .addOption(
      new Option(
        '--better <which>',
        'rank also by metrics of which it is not known whether more is better',
      ).choices(['higher', 'lower']),
    )
    .option('--evidence', 'show the sentence behind each number')
    .option('--limit <count>', 'list so many benchmarks at most', positiveInteger, 20)
    .addOption(formatOption(['table', 'json', 'csv', 'markdown', 'latex']))
    .addOption(outOption())
    .addOption(spreadsheetOption());
  return withFilter(command, ['since', 'until', 'minPapers'])
    .addHelpText(
      'after',
      `
Example:
  $ sotagraph leaderboard OSWorld --evidence
  $ sotagraph leaderboard ImageNet --metric FID --format latex --out imagenet.tex`,
    )
    .action((benchmark: string | undefined, flags: Flags) =>
      printLeaderboard(benchmark, flags, io),
    );
}

async function printLeaderboard(
  name: string | undefined,
  flags: Flags,
  io: CommandIo,
): Promise<void> {
  const graph = await readFiltered(flags.library, flags);
  const benchmark = name && expectTyped(graph, name, ['Benchmark', 'Dataset']);
  const metric = flags.metric && expectTyped(graph, flags.metric, ['Metric']);
  const task = flags.task && expectTyped(graph, flags.task, ['Task']);
  const boards = leaderboard(graph, { benchmark, metric, task, better: flags.better });
  if (benchmark === undefined) {
    const all = summarizeBenchmarks(graph, boards);
    await show(toFindingsOfList(all.slice(0, flags.limit)), flags, io);
    if (all.length > flags.limit) {
      say(io, `${flags.limit} of ${all.length} benchmarks; --limit ${all.length} lists all.`);
    }
    return;
  }
  using documents = await openDocuments(flags.library);
  const wording = wordingOf(documents);
  await show(toFindings(boards, wording, flags), flags, io);
  if (boards.length === 0) {
    const shown = graph.getNodeAttribute(benchmark, 'name');
    const measure = metric ? ` in ${graph.getNodeAttribute(metric, 'name')}` : '';
    const purpose = task ? ` for ${graph.getNodeAttribute(task, 'name')}` : '';
    const filter = describeFilter(flags);
    const help =
      measure || purpose || filter
        ? `ask about ${shown} alone for all that there are`
        : '`sotagraph leaderboard` lists where there are some';
    say(io, `No number on ${shown}${measure}${purpose} here${filter}; ${help}.`);
  }
}

/** A row with the board that it stands on. */
interface BoardRow extends RankedRow {
  readonly board: Board;
}

function toFindings(boards: readonly Board[], wording: Wording, { evidence }: Flags) {
  const rows = boards.flatMap((board) => board.rows.map((row) => ({ ...row, board })));
  return {
    tables: () => toBoardTables(boards, wording, evidence === true),
    csv: { columns: csvColumns(wording), rows },
    json: withSentences(
      boards.map((board) => ({ ...board, beyond: rowsBeyond(board, boards) })),
      wording,
    ),
  };
}

/** A table for each board on which there is something to compare, and one for all numbers that stand alone. */
function toBoardTables(boards: readonly Board[], wording: Wording, withEvidence: boolean): Table[] {
  const rowsOf = (board: Board): BoardRow[] => board.rows.map((row) => ({ ...row, board }));
  const below = ({ reports }: BoardRow) => {
    const said = reports.map(
      ({ paper, evidence }) => `${wording.words(evidence) ?? ''} (${paper.id})`,
    );
    return [...new Set(said)];
  };
  const more = withEvidence ? { below } : {};
  const [first] = boards;
  const lone = boards.filter(({ rows }) => rows.length === 1).flatMap(rowsOf);
  const metric: Column<BoardRow> = {
    name: 'metric',
    of: ({ board }) => board.metric?.name ?? null,
  };
  const columns = tableColumns(wording).filter(({ name }) => name !== '#');
  const title = `${first?.benchmark.name}: numbers with nothing beside them to compare`;
  return [
    ...boards
      .filter(({ rows }) => rows.length > 1)
      .map((board) => {
        const beyond = describeBeyond(rowsBeyond(board, boards));
        return toTable(tableColumns(wording), rowsOf(board), {
          title: titleOf(board),
          notes: beyond === undefined ? [] : [beyond],
          ...more,
        });
      }),
    ...(lone.length > 0 ? [toTable([metric, ...columns], lone, { title, ...more })] : []),
  ];
}

/** `OSWorld, success rate in %: higher is better (by the meaning of the word)` */
function titleOf({ benchmark, metric, kind, unit, scale, better, because }: Board): string {
  const what = kind === 'absolute' ? '' : `${KINDS[kind]}, `;
  const measure = unit ? ` in ${unit}` : scale ? ` of ${scale}` : '';
  const named = metric ? metric.name : 'a metric that is not named';
  const verdict = better ? `${better} is better (${because})` : `not ranked: ${because}`;
  return `${benchmark.name}, ${what}${named}${measure}: ${verdict}`;
}

const KINDS = { gain: 'gains', reduction: 'reductions', ratio: 'ratios' } as const;

function tableColumns(wording: Wording): Column<BoardRow>[] {
  return [
    { name: '#', align: 'right', of: ({ rank, isTied }) => rank && `${rank}${isTied ? '=' : ''}` },
    { name: 'method', of: ({ subject }) => subject?.name ?? 'not named' },
    { name: 'value', align: 'right', of: ({ label }) => label },
    { name: 'against', of: ({ reports }) => list(reports.map(({ baseline }) => baseline?.name)) },
    { name: 'reported by', of: whoReports },
    {
      name: 'paper',
      of: ({ reports }) => list(reports.map(({ paper }) => paper.id)),
      link: ({ reports }) => reports[0]?.paper.url ?? null,
    },
    { name: 'date', of: ({ reports }) => reports[0]?.paper.date ?? null },
    { name: 'setting', of: settingOf },
    { name: 'note', of: (row) => noteOf(row, wording) },
  ];
}

const settingOf = ({ reports }: RankedRow) => list(reports.map(({ setting }) => setting));

function whoReports({ subject, reports }: RankedRow): string {
  return subject ? list(reports.map(({ reporter }) => REPORTERS[reporter])) : '';
}

/** Why a value has no rank; where a paper has several values, the words that tell this one from the others. */
function noteOf(row: BoardRow, wording: Wording): string {
  const [report] = row.reports;
  if (row.standing === 'share') return `a share of ${row.shareOf}`;
  if (!report || (row.standing !== 'setting' && !hasSibling(row))) return NOTES[row.standing];
  const words = wording.around(report.number, report.evidence);
  return words ? `“${words}”` : NOTES[row.standing];
}

/** Whether a board that ranks nothing has several values of the row's subject and paper. */
function hasSibling(row: BoardRow): boolean {
  const papersOf = ({ reports }: RankedRow) => reports.map(({ paper }) => paper.id);
  return (
    row.standing === 'unranked' &&
    row.board.rows.some(
      (other) =>
        other.label !== row.label &&
        other.subject?.key === row.subject?.key &&
        papersOf(other).some((paper) => papersOf(row).includes(paper)),
    )
  );
}

const NOTES: Readonly<Record<Standing, string>> = {
  ranked: '',
  unranked: '',
  setting: 'another setting of the same paper',
  'other paper': 'another paper says otherwise',
  bound: 'not an exact value',
  share: 'a share of another value',
  unnamed: 'the text names no method',
  described: 'a description, not a name',
  reference: 'what methods are held against',
  impossible: 'more than all of it: misread',
};

function csvColumns(wording: Wording): Column<BoardRow>[] {
  const first = ({ reports: [report] }: BoardRow) => report;
  return [
    { name: 'benchmark', of: ({ board }) => board.benchmark.name },
    { name: 'metric', of: ({ board }) => board.metric?.name ?? null },
    { name: 'kind', of: ({ board }) => board.kind },
    { name: 'unit', of: ({ board }) => board.unit },
    { name: 'better', of: ({ board }) => board.better },
    { name: 'rank', of: ({ rank }) => rank },
    { name: 'standing', of: ({ standing }) => standing },
    { name: 'method', of: ({ subject }) => subject?.name ?? null },
    { name: 'value', of: ({ value }) => value },
    { name: 'qualifier', of: ({ qualifier }) => qualifier },
    { name: 'against', of: ({ reports }) => list(reports.map(({ baseline }) => baseline?.name)) },
    { name: 'setting', of: settingOf },
    { name: 'reported by', of: whoReports },
    { name: 'papers', of: ({ reports }) => list(reports.map(({ paper }) => paper.id)) },
    { name: 'date', of: (row) => first(row)?.paper.date ?? null },
    {
      name: 'sentence',
      of: (row) => {
        const report = first(row);
        return (report && wording.words(report.evidence)) ?? null;
      },
    },
  ];
}

function toFindingsOfList(summaries: readonly BenchmarkSummary[]) {
  const columns: Column<BenchmarkSummary>[] = [
    { name: 'benchmark', of: ({ benchmark }) => benchmark.name },
    { name: 'results', align: 'right', of: ({ results }) => results },
    { name: 'papers', align: 'right', of: ({ papers }) => papers },
    { name: 'methods', align: 'right', of: ({ subjects }) => subjects },
    { name: 'ranked', align: 'right', of: ({ compared }) => compared },
    { name: 'first', of: ({ leader }) => leader && list(leader.rows.map(nameOf)) },
    { name: 'with', align: 'right', of: ({ leader }) => leader?.rows[0]?.label ?? null },
    { name: 'by', of: ({ leader }) => leader?.metric?.name ?? null },
    { name: 'beyond', align: 'right', of: ({ leader }) => leader?.beyond.length || null },
  ];
  const notes = [
    '`ranked` is how many methods its widest board compares, `beyond` how many higher values name no metric.',
  ];
  return {
    tables: () => [toTable(columns, summaries, { notes })],
    csv: { columns, rows: summaries },
    json: summaries,
  };
}

const nameOf = ({ subject }: RankedRow) => subject?.name;
