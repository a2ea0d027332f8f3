import { element } from '../element.ts';
import { type Cell, matrixOf, type TestMatrix } from '../facts/matrix.ts';
import type { PanelContext } from '../panel/context.ts';
import { type State, select, showBoard } from '../state.ts';
import { count } from '../words.ts';
import { graphLink } from './graph-link.ts';
import { emptyNote, viewHead } from './view-head.ts';

const ROWS = 40;
const COLUMNS = 18;
const EMPTY = 'no abstract here says so';

/** Methods by benchmarks as a heat map: the darker, the better on its board. */
export function matrixView(context: PanelContext, state: State): Node[] {
  const matrix = matrixOf(context.library, context.sceneOf(state).shown.nodes);
  const { rows, columns } = matrix;
  if (rows.length === 0) {
    return [
      viewHead('Matrix', 'What was tested on what.'),
      emptyNote(
        'Nothing that fits the filters was tested on a named benchmark. Clear some of them.',
      ),
    ];
  }
  const words = `${count(rows.length, 'method or model', 'methods and models')} by ${count(columns.length, 'benchmark')}. An empty cell means that ${EMPTY}.`;
  const holder = element('div', { class: 'matrix-frame' });
  const more = element('button', { class: 'more', attributes: { type: 'button' } });
  let size = { rows: ROWS, columns: COLUMNS };
  const fill = () => {
    holder.replaceChildren(matrixTable(context, matrix, size));
    const isWhole = size.rows >= rows.length && size.columns >= columns.length;
    more.hidden = isWhole;
    more.textContent = `Showing ${Math.min(size.rows, rows.length)} by ${Math.min(size.columns, columns.length)}: show more`;
  };
  more.addEventListener('click', () => {
    size = { rows: 2 * size.rows, columns: 2 * size.columns };
    fill();
  });
  fill();
  return [viewHead('Matrix', words, [legend()]), holder, more];
}

function legend(): HTMLElement {
  const scale = [0, 0.5, 1].map((merit) => {
    const swatch = element('span', { class: 'swatch' });
    shade(swatch, merit);
    return swatch;
  });
  return element('p', { class: 'matrix-legend' }, [
    'last',
    ...scale,
    'best of its board',
    element('span', { class: 'swatch tested', text: '•' }),
    'tested, no score',
  ]);
}

function matrixTable(
  context: PanelContext,
  { rows, columns, cell }: TestMatrix,
  size: { readonly rows: number; readonly columns: number },
): HTMLElement {
  const shown = columns.slice(0, size.columns);
  const head = element('tr', {}, [
    element('td', { class: 'corner' }),
    ...shown.map((column) =>
      element('th', { attributes: { scope: 'col' } }, [columnHead(context, column)]),
    ),
  ]);
  const lines = rows
    .slice(0, size.rows)
    .map((row) =>
      element('tr', {}, [
        element('th', { attributes: { scope: 'row' } }, [graphLink(context, row)]),
        ...shown.map((column) => matrixCell(context, cell(row, column))),
      ]),
    );
  return element('table', { class: 'matrix', attributes: { 'aria-label': 'Matrix' } }, [
    element('thead', {}, [head]),
    element('tbody', {}, lines),
  ]);
}

function columnHead({ library, store }: PanelContext, column: string): HTMLElement {
  const name = library.graph.getNodeAttribute(column, 'name');
  return element('button', {
    class: 'column-head',
    text: name,
    attributes: { type: 'button', title: `${name}: open the leaderboard` },
    on: { click: () => store.update((state) => showBoard(state, column)) },
  });
}

function matrixCell({ store }: PanelContext, cell: Cell | undefined): HTMLElement {
  if (!cell) {
    return element('td', { class: 'void', attributes: { title: EMPTY } }, [
      element('span', { class: 'unseen', text: EMPTY }),
    ]);
  }
  const { label, result, words, merit } = cell;
  if (result === undefined || label === undefined) {
    return element('td', { class: 'tested', attributes: { title: words } }, [
      element('span', { text: '•', attributes: { 'aria-hidden': 'true' } }),
      element('span', { class: 'unseen', text: words }),
    ]);
  }
  const made = element('td', {}, [
    element('button', {
      class: 'matrix-value',
      text: label,
      attributes: { type: 'button', title: words },
      on: { click: () => store.update((state) => select(state, result)) },
    }),
  ]);
  if (merit !== undefined) shade(made, merit);
  return made;
}

/** The better, the fuller the colour, never so full that the figure on it could not be read. */
function shade(target: HTMLElement, merit: number): void {
  target.style.setProperty('--merit', `${Math.round(6 + 40 * merit)}%`);
}
