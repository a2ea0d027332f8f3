import { describeBeyond, rowsBeyond } from '../../graph/analysis/beyond.ts';
import type { Board } from '../../graph/analysis/leaderboard.ts';
import type { RankedRow, Standing } from '../../graph/analysis/rank-rows.ts';
import { paperKey } from '../../graph/knowledge-graph.ts';
import { element } from '../element.ts';
import { boardName } from '../facts/boards.ts';
import { oncePerNumber, reportedNumber } from '../facts/numbers.ts';
import type { PanelContext } from '../panel/context.ts';
import { evidence } from '../panel/evidence.ts';
import { textLink } from '../panel/node-link.ts';
import { type Column, sortableTable, valueButton } from '../panel/sortable-table.ts';
import { count } from '../words.ts';
import { graphLink } from './graph-link.ts';

const STEP = 30;
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  ranked: '',
  setting: 'another setting of the same paper',
  'other paper': 'another paper says otherwise',
  bound: 'no exact value',
  share: 'a share of another value',
  unnamed: 'no method or model is named',
  described: 'a description, not a name',
  reference: 'what methods are held against',
  impossible: 'more than the whole',
  unranked: '',
};

/**
 * Numbers that can be held against each other, or what keeps them from it.
 * @param boards all of the benchmark, where values that cannot be ranked may be higher
 */
export function laneView(
  context: PanelContext,
  board: Board,
  boards: readonly Board[],
): HTMLElement {
  const { kind, better, because, rows } = board;
  const isRanked = better !== null && kind === 'absolute';
  const verdict = isRanked ? `${better} is better` : `not ranked: ${because}`;
  const beyond = describeBeyond(rowsBeyond(board, boards));
  return element('section', { class: 'lane' }, [
    element('h2', { class: 'lane-title' }, [
      boardName(board),
      element('span', { class: 'note', text: verdict }),
    ]),
    beyond === undefined ? undefined : element('p', { class: 'note', text: beyond }),
    sortableTable({
      caption: boardName(board),
      class: 'table board',
      rows,
      step: STEP,
      columns: laneColumns(context, isRanked),
      detail: ({ reports }) => {
        const results = reports.map(({ result }) => result);
        return oncePerNumber(context.library.graph, results).map((result) => {
          const number = reportedNumber(context.library.graph, result);
          const ends = new Set([result, ...Object.values(number?.slots ?? {})]);
          return number ? evidence(context, number.evidence, ends) : document.createTextNode('');
        });
      },
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
        const more = new Set(reports.map(({ paper }) => paper.id)).size - 1;
        return [
          graph.hasNode(key) ? textLink(context, key, 'slot', first.paper.name) : first.paper.name,
          more > 0 ? ` and ${count(more, 'other')}` : '',
        ];
      },
    },
  ];
}
