import type { Board } from '../../graph/analysis/leaderboard.ts';
import { element } from '../element.ts';
import { boardsOf } from '../facts/boards.ts';
import { narrowBoards } from '../facts/narrowed-boards.ts';
import type { PanelContext } from '../panel/context.ts';
import { type State, showBoard } from '../state.ts';
import { benchmarkList } from './benchmark-list.ts';
import { conflictsSection } from './conflicts-section.ts';
import { filterNote } from './filter-note.ts';
import { goTo } from './graph-link.ts';
import { laneView } from './lane.ts';
import { emptyNote, viewHead } from './view-head.ts';

/** Who is best on a benchmark, as far as its numbers can be compared; without one, the list of benchmarks. */
export function leaderboardView(context: PanelContext, state: State): Node[] {
  const { board } = state;
  const { graph } = context.library;
  if (!board || !graph.hasNode(board.benchmark)) return benchmarkList(context, state);
  const name = graph.getNodeAttribute(board.benchmark, 'name');
  const own = boardsOf(graph).all.filter(({ benchmark }) => benchmark.key === board.benchmark);
  const asked = own.filter(
    ({ metric }) => board.metric === undefined || metric?.key === board.metric,
  );
  const { judged } = context.sceneOf(state);
  const narrow = (boards: readonly Board[]) =>
    narrowBoards(context.library, { state, judged }, boards);
  const narrowed = narrow(asked);
  const beside = board.metric === undefined ? narrowed.boards : narrow(own).boards;
  return [
    viewHead(name, 'Ranked only where numbers can be compared. Every number opens its sentence.', [
      metricChoice(context, own, board.benchmark, board.metric),
      button('On the graph', () => goTo(context, board.benchmark)),
      button('All benchmarks', () =>
        context.store.update((state) => ({ ...state, board: undefined })),
      ),
    ]),
    ...filterNote(context, narrowed),
    ...(asked.length === 0 ? [emptyNote(`No abstract here reports a number on ${name}.`)] : []),
    ...narrowed.boards.map((lane) => laneView(context, lane, beside)),
    ...conflictsSection(context, state, board.benchmark),
  ];
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

function button(text: string, act: () => void): HTMLButtonElement {
  return element('button', {
    class: 'chip-button',
    text,
    attributes: { type: 'button' },
    on: { click: act },
  });
}
