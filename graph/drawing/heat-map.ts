import type { Matrix, MatrixCell, MatrixColumn } from '../analysis/matrix.ts';
import { attributes, escapeXml, FONT, INK, QUIET, shorten, text, widthOf } from './svg.ts';

export interface HeatMapOptions {
  readonly title: string;
  /** What a cell shows: the best value, or how many papers say so. */
  readonly values: 'best' | 'papers';
}

const CELL = { width: 56, height: 24 };
const SIZE = 12;
const MARGIN = 16;
const LONGEST = 30;
const TITLE = 44;
const LEGEND = 64;

/**
 * A matrix as a drawing of its own: a row a line, the darker the better within its column, or the more papers. One hue from
 * light to dark, which every eye can tell apart, with the value in each cell.
 */
export function toHeatMap(matrix: Matrix, { title, values }: HeatMapOptions): string {
  const { rows, columns, cells } = matrix;
  const rowNames = rows.map(({ name }) => shorten(name, LONGEST));
  const columnNames = columns.map(({ name }) => shorten(name, LONGEST));
  const left = MARGIN + widest(rowNames, 60) + 8;
  const longest = widest(columnNames, 40);
  const top = TITLE + longest * SLANT + SIZE;
  const right = left + columns.length * CELL.width;
  const bottom = top + rows.length * CELL.height;
  const width = Math.max(right + longest * SLANT, widthOf(title, 16) + MARGIN, 480) + MARGIN;
  const shade = values === 'papers' ? byPapers(cells) : byMerit(matrix);
  const body = cells.flatMap((line, row) =>
    line.map((cell, column) =>
      drawCell(cell, {
        x: left + column * CELL.width,
        y: top + row * CELL.height,
        title: `${rows[row]?.name}, ${describe(columns[column])}`,
        label: cell ? labelOf(cell, values) : '',
        shade: cell ? shade(cell, column) : null,
      }),
    ),
  );
  const size = { width: Math.ceil(width), height: Math.ceil(bottom + LEGEND) };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'font-family': FONT, 'font-size': SIZE, fill: INK })}>`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(title, { x: MARGIN, y: 28, 'font-size': 16, 'font-weight': 600 }),
    ...rowNames.map((name, row) =>
      text(name, { x: left - 8, y: top + row * CELL.height + 16, 'text-anchor': 'end' }),
    ),
    ...columnNames.map((name, column) => {
      const x = left + (column + 0.5) * CELL.width;
      return text(name, { transform: `translate(${x} ${top - 8}) rotate(-45)` });
    }),
    ...body,
    ...legend(bottom + 20, values),
    '</svg>\n',
  ].join('\n');
}

/** The width of the longest name, or the least one to keep free. */
const widest = (names: readonly string[], least: number) =>
  names.reduce((most, name) => Math.max(most, widthOf(name, SIZE)), least);

/** How far a name at 45 degrees reaches up and to the right. */
const SLANT = Math.SQRT1_2;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly label: string;
  /** From 0 to 1; null for what is empty, or bears no value to compare. */
  readonly shade: number | null;
}

function drawCell(cell: MatrixCell | null, { x, y, title, label, shade }: Place): string {
  const [width, height] = [CELL.width - 2, CELL.height - 2];
  const box = { x: x + 1, y: y + 1, width, height, rx: 2 };
  if (!cell) return `<rect${attributes({ ...box, fill: EMPTY })}/>`;
  const fill = shade === null ? UNMEASURED : colorAt(shade);
  const color = shade !== null && shade > DARK ? '#ffffff' : INK;
  const count = cell.papers.length;
  const said = `${title}: ${cell.best?.label ?? 'no comparable number'}, ${count} ${count === 1 ? 'paper' : 'papers'}`;
  const middle = {
    x: x + CELL.width / 2,
    y: y + 16,
    'text-anchor': 'middle',
    fill: color,
    'font-size': 11,
  };
  return `<g><title>${escapeXml(said)}</title><rect${attributes({ ...box, fill })}/>${text(label, middle)}</g>`;
}

const EMPTY = '#f6f7f8';
const UNMEASURED = '#e3e6e9';

/** ColorBrewer's Blues (Brewer, 2003), which stay apart for every kind of colour blindness and in grey. */
const RAMP = ['#deebf7', '#c6dbef', '#9ecae1', '#6baed6', '#4292c6', '#2171b5', '#08519c'] as const;
/** From here on white letters read better than dark ones. */
const DARK = 0.62;

function colorAt(shade: number): string {
  return RAMP[Math.min(RAMP.length - 1, Math.floor(shade * RAMP.length))] ?? RAMP[0];
}

function labelOf({ best, papers }: MatrixCell, values: HeatMapOptions['values']): string {
  if (values === 'papers') return String(papers.length);
  return best ? best.label.replace(/^average /, '').replace(/ %$/, '') : '•';
}

function describe(column: MatrixColumn | undefined): string {
  const { metric, unit } = column?.measure ?? {};
  const measure = metric ? ` (${metric.name}${unit ? ` in ${unit}` : ''})` : '';
  return `${column?.name}${measure}`;
}

type Shade = (cell: MatrixCell, column: number) => number | null;

/** By the logarithm, since a few pairs have most papers. */
function byPapers(cells: Matrix['cells']): Shade {
  const counts = cells.flat().map((cell) => cell?.papers.length ?? 0);
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 1);
  return ({ papers }) => (most === 1 ? 0.5 : Math.log(papers.length) / Math.log(most));
}

/** From the worst to the best value of a column; a value alone is in the middle. */
function byMerit({ columns, cells }: Matrix): Shade {
  const ranges = columns.map((_, column) => {
    const values = cells.flatMap((line) => line[column]?.best?.value ?? []);
    return {
      least: values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      most: values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    };
  });
  return ({ best }, column) => {
    const range = ranges[column];
    if (!best || !range) return null;
    if (range.most === range.least) return 0.5;
    const part = (best.value - range.least) / (range.most - range.least);
    return columns[column]?.measure?.better === 'lower' ? 1 - part : part;
  };
}

function legend(y: number, values: HeatMapOptions['values']): string[] {
  const small = { 'font-size': 11, fill: QUIET };
  const box = { width: 18, height: 12 };
  const [low, high] =
    values === 'papers' ? ['few papers', 'many'] : ['worst of its column', 'best'];
  const start = MARGIN + widthOf(low, 11) + 6;
  const after = start + RAMP.length * box.width + 6;
  const note =
    values === 'papers'
      ? 'Empty: no abstract here says so.'
      : '•: tested, without a number to compare. Empty: no abstract here says so.';
  return [
    text(low, { x: MARGIN, y: y + 10, ...small }),
    ...RAMP.map(
      (fill, at) => `<rect${attributes({ x: start + at * box.width, y, ...box, fill })}/>`,
    ),
    text(high, { x: after, y: y + 10, ...small }),
    text(note, { x: MARGIN, y: y + 30, ...small }),
  ];
}
