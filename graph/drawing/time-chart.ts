import type { Timeline } from '../analysis/timeline.ts';
import { ENTITY_TYPES } from '../schema.ts';
import { attributes, escapeXml, FONT, INK, QUIET, text } from './svg.ts';

const CHART = { width: 380, height: 130 };
const GAP = 48;
const MARGIN = 24;
const TITLE = 44;
const ACROSS = 2;

/** A series of a chart: a number for each month. */
interface Series {
  readonly name: string;
  readonly color: string;
  readonly counts: readonly number[];
}

/** The colours of the explorer, which differ in lightness too. */
const COLORS = {
  Method: '#0072B2',
  Model: '#9B4F96',
  Benchmark: '#C2410C',
  Dataset: '#A07900',
  Metric: '#00795B',
  Task: '#4B5563',
} as const;

/** A timeline as a drawing of its own: a chart for each kind of thing, each with a scale of its own. */
export function toTimeChart({ months, undated }: Timeline, title: string): string {
  const series: Series[] = [
    { name: 'Papers', color: '#52606d', counts: months.map(({ papers }) => papers) },
    { name: 'Reported numbers', color: '#1f2933', counts: months.map(({ results }) => results) },
    ...ENTITY_TYPES.map((type) => ({
      name: `New: ${type}`,
      color: COLORS[type],
      counts: months.map(({ entities }) => entities[type]),
    })),
  ];
  const names = months.map(({ month }) => month);
  const rows = Math.ceil(series.length / ACROSS);
  const width = 2 * MARGIN + ACROSS * CHART.width + (ACROSS - 1) * GAP;
  const height = TITLE + rows * (CHART.height + GAP) + MARGIN;
  const frame = { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' };
  const note = undated.papers > 0 ? `Not shown: ${undated.papers} without a date.` : undefined;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ ...frame, 'font-family': FONT, 'font-size': 12, fill: INK })}>`,
    `<title>${escapeXml(title)}</title>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    text(title, { x: MARGIN, y: 28, 'font-size': 16, 'font-weight': 600 }),
    ...series.map((one, at) => {
      const x = MARGIN + (at % ACROSS) * (CHART.width + GAP);
      const y = TITLE + Math.floor(at / ACROSS) * (CHART.height + GAP);
      return drawChart(one, names, x, y);
    }),
    ...(note ? [text(note, { x: MARGIN, y: height - 12, 'font-size': 11, fill: QUIET })] : []),
    '</svg>\n',
  ].join('\n');
}

function drawChart(
  { name, color, counts }: Series,
  months: readonly string[],
  x: number,
  y: number,
): string {
  const most = Math.max(1, ...counts);
  const top = 28;
  const height = CHART.height - top;
  const step = CHART.width / Math.max(counts.length, 1);
  const bars = counts.map((count, at) => {
    const tall = (count / most) * height;
    const bar = {
      x: at * step + Math.min(1, step / 8),
      y: CHART.height - tall,
      width: Math.max(step - 2 * Math.min(1, step / 8), 0.5),
      height: tall,
      fill: color,
    };
    return `<rect${attributes(bar)}><title>${escapeXml(`${months[at]}: ${count}`)}</title></rect>`;
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  const small = { 'font-size': 11, fill: QUIET };
  const below = CHART.height + 16;
  return [
    `<g transform="translate(${x} ${y})">`,
    text(name, { x: 0, y: 14, 'font-weight': 600 }),
    text(`${total}, at most ${Math.max(0, ...counts)} a month`, {
      ...{ x: CHART.width, y: 14, 'text-anchor': 'end' },
      ...small,
    }),
    `<line${attributes({ x1: 0, x2: CHART.width, y1: CHART.height, y2: CHART.height, stroke: '#cbd2d9' })}/>`,
    ...bars,
    text(months[0] ?? 'no dates', { x: 0, y: below, ...small }),
    ...(months.length > 1
      ? [text(months.at(-1) ?? '', { x: CHART.width, y: below, 'text-anchor': 'end', ...small })]
      : []),
    '</g>',
  ].join('\n');
}
