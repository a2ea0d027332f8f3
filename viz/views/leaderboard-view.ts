import type { Board } from '../../graph/analysis/leaderboard.ts';
import type { RankedRow, Standing } from '../../graph/analysis/rank-rows.ts';
import { paperKey } from '../../graph/knowledge-graph.ts';
import type { ResultKind } from '../../graph/schema.ts';
import { element } from '../element.ts';
import { boardName, boardsOf } from '../facts/boards.ts';
import { reportedNumber } from '../facts/numbers.ts';
import type { PanelContext } from '../panel/context.ts';
import { evidence } from '../panel/evidence.ts';
import { textLink } from '../panel/node-link.ts';
import { type Column, sortableTable, valueButton } from '../panel/sortable-table.ts';
import { typeMark } from '../panel/type-mark.ts';
import { type State, showBoard } from '../state.ts';
import { count } from '../words.ts';
import { conflictsSection } from './conflicts-section.ts';
import { goTo, graphLink } from './graph-link.ts';
import { emptyNote, viewHead } from './view-head.ts';

const STEP = 30;
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  ranked: '',
  setting: 'another setting of the same paper',
  'other paper': 'another paper says otherwise',
  bound: 'no exact value',
  unnamed: 'no method or model is named',
  impossible: 'more than the whole',
  unranked: '',
};
const LANES: Readonly<Record<ResultKind, string>> = {
  absolute: 'Scores',
  gain: 'Gains',
  reduction: 'Reductions',
  ratio: 'Factors',
};

/** Who is best on a benchmark, as far as its numbers can be compared; without one, the list of benchmarks. */
export function leaderboardView(context: PanelContext, { board }: State): Node[] {
  const { graph } = context.library;
  if (!board || !graph.hasNode(board.benchmark)) return benchmarkList(context);
  const name = graph.getNodeAttribute(board.benchmark, 'name');
  const own = boardsOf(graph).all.filter(({ benchmark }) => benchmark.key === board.benchmark);
  const shown = own.filter(
    ({ metric }) => board.metric === undefined || metric?.key === board.metric,
  );
  return [
    viewHead(name, 'Ranked only where numbers can be compared. Every number opens its sentence.', [
      metricChoice(context, own, board.benchmark, board.metric),
      button('On the graph', () => goTo(context, board.benchmark)),
      button('All benchmarks', () =>
        context.store.update((state) => ({ ...state, board: undefined })),
      ),
    ]),
    ...(shown.length === 0
      ? [emptyNote(`No abstract here reports a number on ${name}.`)]
      : shown.map((lane) => laneView(context, lane))),
    ...conflictsSection(context, board.benchmark),
  ];
}

function benchmarkList(context: PanelContext): Node[] {
  const { benchmarks } = boardsOf(context.library.graph);
  type Row = (typeof benchmarks)[number];
  const figure = (title: string, value: (row: Row) => number): Column<Row> => ({
    title,
    name: 'figure',
    first: 'descending',
    value,
    cell: (row) => [value(row).toLocaleString('en')],
  });
  return [
    viewHead('Leaderboard', 'Benchmarks and datasets on which numbers are reported.'),
    benchmarks.length === 0
      ? emptyNote('No abstract here reports a number on a named benchmark.')
      : sortableTable<Row>({
          caption: 'Benchmarks',
          rows: benchmarks,
          step: STEP,
          columns: [
            {
              title: 'Benchmark',
              name: 'node',
              value: ({ benchmark }) => benchmark.name,
              cell: ({ benchmark, type }) => [
                boardButton(context, benchmark.key, [typeMark(type), benchmark.name]),
              ],
            },
            figure('Numbers', ({ results }) => results),
            figure('Papers', ({ papers }) => papers),
            figure('Comparable', ({ compared }) => compared),
            {
              title: 'Leads',
              name: 'leader',
              value: ({ leader }) => leader?.rows[0]?.subject?.name,
              cell: ({ leader }) => (leader ? leaderWords(leader) : []),
            },
          ],
        }),
  ];
}

const leaderWords = ({
  metric,
  rows,
}: NonNullable<ReturnType<typeof boardsOf>['benchmarks'][number]['leader']>): string[] => {
  const names = rows.map(({ subject }) => subject?.name).filter(Boolean);
  return [`${names.join(', ')}, ${rows[0]?.label ?? ''}${metric ? ` ${metric.name}` : ''}`];
};

function boardButton(
  context: PanelContext,
  benchmark: string,
  children: readonly (Node | string)[],
): HTMLButtonElement {
  return element(
    'button',
    {
      class: 'board-button',
      attributes: { type: 'button' },
      on: { click: () => context.store.update((state) => showBoard(state, benchmark)) },
    },
    children,
  );
}

function metricChoice(
  { store }: PanelContext,
  boards: readonly Board[],
  benchmark: string,
  chosen: string | undefined,
): HTMLElement {
  const metrics = new Map(
    boards.flatMap(({ metric }) => (metric ? [[metric.key, metric.name] as const] : [])),
  );
  const select = element(
    'select',
    {
      class: 'choice',
      attributes: { 'aria-label': 'Metric' },
      on: {
        change: () =>
          store.update((state) => showBoard(state, benchmark, select.value || undefined)),
      },
    },
    [
      element('option', { text: 'all metrics', attributes: { value: '' } }),
      ...[...metrics].map(([key, name]) =>
        element('option', { text: name, attributes: { value: key } }),
      ),
    ],
  );
  select.value = chosen ?? '';
  return select;
}

/** Numbers that can be held against each other, or what keeps them from it. */
function laneView(context: PanelContext, board: Board): HTMLElement {
  const { kind, better, because, rows } = board;
  const isRanked = better !== null && kind === 'absolute';
  const verdict = isRanked ? `${better} is better` : `not ranked: ${because}`;
  return element('section', { class: 'lane' }, [
    element('h2', { class: 'lane-title' }, [
      boardName(board),
      element('span', {
        class: 'note',
        text: kind === 'absolute' ? verdict : `${LANES[kind]}, ${verdict}`,
      }),
    ]),
    sortableTable({
      caption: boardName(board),
      class: 'table board',
      rows,
      step: STEP,
      columns: laneColumns(context, isRanked),
      detail: ({ reports }) =>
        reports.map(({ result }) => {
          const number = reportedNumber(context.library.graph, result);
          const ends = new Set([result, ...Object.values(number?.slots ?? {})]);
          return number ? evidence(context, number.evidence, ends) : document.createTextNode('');
        }),
    }),
  ]);
}

function laneColumns(context: PanelContext, isRanked: boolean): Column<RankedRow>[] {
  const { graph } = context.library;
  const rank: Column<RankedRow> = {
    title: 'Rank',
    name: 'rank',
    value: (row) => row.rank ?? undefined,
    cell: (row) => [row.rank === null ? '' : `${row.isTied ? '=' : ''}${row.rank}`],
  };
  return [
    ...(isRanked ? [rank] : []),
    {
      title: 'Method or model',
      name: 'subject',
      value: ({ subject }) => subject?.name,
      cell: ({ subject, standing }) => [
        subject
          ? graphLink(context, subject.key)
          : element('span', { class: 'missing', text: 'not named' }),
        element('span', { class: 'standing', text: STANDING_WORDS[standing] }),
      ],
    },
    {
      title: 'Value',
      name: 'value',
      first: 'descending',
      value: ({ value }) => value,
      cell: ({ label }) => [valueButton(label, '', 'Show the sentence')],
    },
    {
      title: 'Against',
      name: 'baseline',
      value: ({ reports }) => reports[0]?.baseline?.name,
      cell: ({ reports }) => {
        const baseline = reports[0]?.baseline;
        return baseline ? [graphLink(context, baseline.key)] : [];
      },
    },
    {
      title: 'Paper',
      name: 'paper',
      value: ({ reports }) => reports[0]?.paper.date ?? reports[0]?.paper.id,
      cell: ({ reports }) => {
        const [first] = reports;
        if (!first) return [];
        const key = paperKey(first.paper.id);
        const more = reports.length - 1;
        return [
          graph.hasNode(key) ? textLink(context, key, 'slot', first.paper.name) : first.paper.name,
          more > 0 ? ` and ${count(more, 'other')}` : '',
        ];
      },
    },
  ];
}

function button(text: string, act: () => void): HTMLButtonElement {
  return element('button', {
    class: 'chip-button',
    text,
    attributes: { type: 'button' },
    on: { click: act },
  });
}
