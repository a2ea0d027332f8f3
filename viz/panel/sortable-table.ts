import { element } from '../element.ts';

export interface Column<Row> {
  readonly title: string;
  /** A name for the style sheet. */
  readonly name: string;
  /** What rows are sorted by; rows without it come last. */
  readonly value: (row: Row) => string | number | undefined;
  readonly cell: (row: Row) => readonly (Node | string)[];
  /** Which way the first press sorts; upwards where it is left out. */
  readonly first?: 'descending';
}

export interface TableOptions<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** How many rows there are before more are asked for, and how many more there are then. */
  readonly step: number;
  readonly class?: string;
  /** What a row opens to, below it; `toggle` of the row is then handed to its cells by `open`. */
  readonly detail?: (row: Row) => readonly Node[];
}

type Order = 'ascending' | 'descending';

/**
 * A table whose headings sort it. It keeps the order of `rows` until one is pressed. Where rows open to a detail, the
 * first column's cell bears the button for it.
 */
export function sortableTable<Row>(options: TableOptions<Row>): HTMLElement {
  const { columns, rows, step, detail } = options;
  let sorting: { readonly column: Column<Row>; readonly order: Order } | undefined;
  let most = step;
  const body = element('tbody', { attributes: { role: 'rowgroup' } });
  const more = element('button', {
    class: 'more',
    attributes: { type: 'button' },
    on: {
      click() {
        const before = most;
        most += step;
        fill();
        const line = body.querySelectorAll<HTMLElement>('.table-row')[before];
        line?.querySelector<HTMLElement>('a, button')?.focus();
      },
    },
  });
  const fill = () => {
    const sorted = sorting ? sortRows(rows, sorting.column, sorting.order) : rows;
    body.replaceChildren(...sorted.slice(0, most).flatMap((row) => tableRow(columns, row, detail)));
    more.hidden = sorted.length <= most;
    more.textContent = `Show ${Math.min(step, sorted.length - most)} more`;
  };
  const headings = columns.map((column) => ({
    column,
    cell: heading(column, () => press(column)),
  }));
  const press = (column: Column<Row>) => {
    const start: Order = column.first ?? 'ascending';
    const turned: Order = start === 'ascending' ? 'descending' : 'ascending';
    const isAgain = sorting?.column === column && sorting.order === start;
    sorting = { column, order: isAgain ? turned : start };
    for (const { column: other, cell } of headings) {
      if (other === column) cell.setAttribute('aria-sort', sorting.order);
      else cell.removeAttribute('aria-sort');
    }
    fill();
  };
  fill();
  const head = element(
    'tr',
    { attributes: { role: 'row' } },
    headings.map(({ cell }) => cell),
  );
  return element('div', { class: 'table-frame' }, [
    element(
      'table',
      {
        class: options.class ?? 'table',
        attributes: { role: 'table', 'aria-label': options.caption },
      },
      [element('thead', { attributes: { role: 'rowgroup' } }, [head]), body],
    ),
    more,
  ]);
}

function heading<Row>({ title, name }: Column<Row>, press: () => void): HTMLElement {
  const button = element('button', {
    class: 'sort-button',
    text: title,
    attributes: { type: 'button' },
    on: { click: press },
  });
  const attributes = { scope: 'col', role: 'columnheader' };
  return element('th', { class: `cell-${name}`, attributes }, [button]);
}

function tableRow<Row>(
  columns: readonly Column<Row>[],
  row: Row,
  detail: TableOptions<Row>['detail'],
): HTMLElement[] {
  const cells = columns.map(({ title, name, cell }) =>
    // Where a row is a few lines of its own, the style sheet writes the title beside the figure.
    element(
      'td',
      { class: `cell-${name}`, attributes: { role: 'cell', 'data-title': title } },
      cell(row),
    ),
  );
  const line = element('tr', { class: 'table-row', attributes: { role: 'row' } }, cells);
  if (!detail) return [line];
  const held = element('td', {
    attributes: { role: 'cell', colspan: String(columns.length) },
  });
  const opened = element('tr', { class: 'opened', attributes: { role: 'row' } }, [held]);
  opened.hidden = true;
  const button = line.querySelector<HTMLButtonElement>('.value-button');
  button?.setAttribute('aria-expanded', 'false');
  button?.addEventListener('click', () => {
    if (!held.hasChildNodes()) held.append(...detail(row));
    opened.hidden = !opened.hidden;
    button.setAttribute('aria-expanded', String(!opened.hidden));
  });
  return [line, opened];
}

/** Sorts a copy; what is equal stays in its order, and what has no value comes last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  { value }: Pick<Column<Row>, 'value'>,
  order: Order,
): Row[] {
  const sign = order === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [first, second] = [value(a), value(b)];
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined);
    }
    if (typeof first === 'number' && typeof second === 'number') return sign * (first - second);
    return sign * words.compare(String(first), String(second));
  });
}

const words = new Intl.Collator('en', { numeric: true });

/** The button of a cell that opens its row's detail. */
export function valueButton(text: string, note: string, title: string): HTMLButtonElement {
  return element('button', { class: 'value-button', attributes: { type: 'button', title } }, [
    element('span', { class: 'figure', text }),
    note ? element('span', { class: 'kind-note', text: note }) : undefined,
  ]);
}
