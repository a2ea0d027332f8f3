import type { NodeAttributes } from '../../graph/schema.ts';
import { numbersOf } from '../facts/numbers.ts';
import type { PanelContext } from '../panel/context.ts';
import { nodeLink } from '../panel/node-link.ts';
import { type Column, sortableTable } from '../panel/sortable-table.ts';
import type { State } from '../state.ts';
import { countNeighbours } from '../walk/hubs.ts';
import { count, monthWords } from '../words.ts';
import { emptyNote, viewHead } from './view-head.ts';

const STEP = 100;

interface Row {
  readonly key: string;
  readonly node: NodeAttributes;
}

/** Everything that the canvas shows, as a table. */
export function tableView(context: PanelContext, state: State): Node[] {
  const { library, sceneOf } = context;
  const { nodes, fitting, drawn } = sceneOf(state).shown;
  const rows = library.index.nodes
    .filter(({ key }) => nodes.has(key))
    .map(({ key }) => ({ key, node: library.graph.getNodeAttributes(key) }));
  const words =
    drawn < fitting
      ? `The ${count(drawn, 'most important node')} of ${fitting.toLocaleString('en')} that fit the filters, as on the canvas.`
      : `${count(rows.length, 'node')}, the same as on the canvas. Filters apply here too.`;
  return [
    viewHead('Table', words),
    rows.length === 0
      ? emptyNote('Nothing fits the filters. Clear some of them to see more.')
      : sortableTable({
          caption: 'What the graph shows',
          rows,
          step: STEP,
          columns: columnsOf(context),
        }),
  ];
}

function columnsOf(context: PanelContext): Column<Row>[] {
  const { library } = context;
  const figure = (value: (row: Row) => number | undefined) => ({
    first: 'descending' as const,
    value,
    cell: (row: Row) => [value(row)?.toLocaleString('en') ?? ''],
  });
  const dateOf = ({ node }: Row) =>
    node.type === 'Paper' ? node.date : 'firstSeen' in node ? node.firstSeen : undefined;
  return [
    {
      title: 'Name',
      name: 'node',
      value: ({ node }) => node.name,
      cell: ({ key }) => [nodeLink(context, key)],
    },
    {
      title: 'Type',
      name: 'type',
      value: ({ node }) => node.type,
      cell: ({ node }) => [node.type],
    },
    {
      title: 'Papers',
      name: 'figure',
      ...figure(({ node }) => ('papers' in node ? node.papers : undefined)),
    },
    {
      title: 'Neighbours',
      name: 'figure',
      ...figure(({ key }) => countNeighbours(library.index, key)),
    },
    {
      title: 'Numbers',
      name: 'figure',
      ...figure(({ key, node }) =>
        node.type === 'Result' ? undefined : numbersOf(library.graph, key).length,
      ),
    },
    {
      title: 'First seen',
      name: 'date',
      first: 'descending',
      value: dateOf,
      cell: (row) => [monthWords(dateOf(row) ?? '')],
    },
  ];
}
