import { element } from '../element.ts';
import { boardName } from '../facts/boards.ts';
import type { Plot } from '../facts/plots.ts';
import { showBoard } from '../state.ts';
import type { PanelContext } from './context.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const MARGIN = 8;
const LINE = 14;

/** Where the numbers of a benchmark and a metric lie; the own ones stand out. The leaderboard has them in words. */
export function dotPlot(context: PanelContext, key: string, plot: Plot): HTMLElement {
  const { board, dots } = plot;
  const { benchmark, metric, better } = board;
  const values = dots.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const place = (value: number) =>
    most === least ? WIDTH / 2 : MARGIN + ((value - least) / (most - least)) * (WIDTH - 2 * MARGIN);
  const label = (value: number) => dots.find((dot) => dot.value === value)?.label ?? String(value);
  const chart = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${2 * LINE}`,
    class: 'dots',
    role: 'img',
    'aria-label': `${dots.length} numbers from ${label(least)} to ${label(most)}`,
  });
  chart.append(svg('line', { x1: '0', x2: String(WIDTH), y1: String(LINE), y2: String(LINE) }));
  // The own ones last, so that they lie on top.
  for (const dot of [...dots].sort((a, b) => Number(a.isOwn) - Number(b.isOwn))) {
    const circle = svg('circle', {
      cx: place(dot.value).toFixed(1),
      cy: String(LINE),
      r: dot.isOwn ? '5' : '3.5',
      class: dot.isOwn ? 'dot own' : 'dot',
    });
    const title = svg('title', {});
    title.textContent = `${dot.subject?.name ?? 'not named'}: ${dot.label}`;
    circle.append(title);
    chart.append(circle);
  }
  const title =
    benchmark.key === key ? boardName(board) : `${benchmark.name} · ${boardName(board)}`;
  return element('figure', { class: 'plot' }, [
    element('figcaption', {}, [
      element('button', {
        class: 'plot-title',
        text: title,
        attributes: { type: 'button', title: 'Open the leaderboard' },
        on: {
          click: () =>
            context.store.update((state) => showBoard(state, benchmark.key, metric?.key)),
        },
      }),
      better ? element('span', { class: 'note', text: `${better} is better` }) : undefined,
    ]),
    chart,
    element('p', { class: 'plot-ends' }, [
      element('span', { text: label(least) }),
      element('span', { text: label(most) }),
    ]),
  ]);
}

function svg(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
