import type { BenchmarkSummary } from '../../graph/analysis/benchmarks.ts';
import { describeBeyond } from '../../graph/analysis/beyond.ts';
import { element } from '../element.ts';
import { narrowBenchmarks } from '../facts/narrowed-boards.ts';
import type { PanelContext } from '../panel/context.ts';
import { type Column, sortableTable } from '../panel/sortable-table.ts';
import { typeMark } from '../panel/type-mark.ts';
import { type State, showBoard } from '../state.ts';
import { filterNote } from './filter-note.ts';
import { emptyNote, viewHead } from './view-head.ts';

const STEP = 30;

/** The benchmarks that have a leaderboard, those where most can be compared first. */
export function benchmarkList(context: PanelContext, state: State): Node[] {
  const { judged } = context.sceneOf(state);
  const narrowed = narrowBenchmarks(context.library, { state, judged });
  const { benchmarks, of } = narrowed;
  type Row = BenchmarkSummary;
  const figure = (title: string, value: (row: Row) => number): Column<Row> => ({
    title,
    name: 'figure',
    first: 'descending',
    value,
    cell: (row) => [value(row).toLocaleString('en')],
  });
  return [
    viewHead('Leaderboard', 'Benchmarks and datasets on which numbers are reported.'),
    ...filterNote(context, narrowed),
    of === 0 ? emptyNote('No abstract here reports a number on a named benchmark.') : undefined,
    benchmarks.length === 0
      ? undefined
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
  ].filter((part) => part !== undefined);
}

/** Who leads; values that name no metric may be higher. */
function leaderWords({
  metric,
  rows,
  beyond,
}: NonNullable<BenchmarkSummary['leader']>): (Node | string)[] {
  const names = rows.map(({ subject }) => subject?.name).filter(Boolean);
  return [
    `${names.join(', ')}, ${rows[0]?.label ?? ''}${metric ? ` ${metric.name}` : ''}`,
    element('span', { class: 'standing', text: describeBeyond(beyond) ?? '' }),
  ];
}

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
