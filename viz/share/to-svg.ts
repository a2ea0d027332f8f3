import type { Shape } from '../stage/shapes.ts';
import type { Point, Snapshot } from './snapshot.ts';

const LEGEND = { left: 16, line: 18, radius: 5, font: '400 11px system-ui, sans-serif' } as const;

/** A picture of the canvas as SVG, with its legend below at the left. Names are text in it, whatever they hold. */
export function toSvg(snapshot: Snapshot): string {
  const { width, height, surface } = snapshot;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${surface}"/>`,
    ...snapshot.edges.map(edgePath),
    ...snapshot.nodes.map((node) => shapePath(node.shape, node, node.radius, node.color, surface)),
    ...snapshot.labels.map((label) => text(label, label.text, label.font, label.color, surface)),
    ...legend(snapshot),
    '</svg>\n',
  ].join('\n');
}

function edgePath({ from, control, to, width, color }: Snapshot['edges'][number]): string {
  const path = `M${at(from)}Q${at(control)} ${at(to)}`;
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${digits(width)}"/>`;
}

/** The shapes of the canvas. */
function shapePath(
  shape: Shape,
  { x, y }: Point,
  radius: number,
  color: string,
  surface: string,
): string {
  const disc = (r: number, fill: string) =>
    `<circle cx="${digits(x)}" cy="${digits(y)}" r="${digits(r)}" fill="${fill}"/>`;
  const polygon = (points: readonly Point[], fill: string) =>
    `<polygon points="${points.map(at).join(' ')}" fill="${fill}"/>`;
  const square = (r: number, fill: string) =>
    polygon(
      around({ x, y }, [
        [-r, -r],
        [r, -r],
        [r, r],
        [-r, r],
      ]),
      fill,
    );
  const draw: Readonly<Record<Shape, () => string>> = {
    disc: () => disc(radius, color),
    'ringed disc': () =>
      disc(radius, color) + disc(0.7 * radius, surface) + disc(0.4 * radius, color),
    square: () => square(0.88 * radius, color),
    'ringed square': () =>
      square(0.88 * radius, color) + square(0.6 * radius, surface) + square(0.34 * radius, color),
    diamond: () => {
      const r = 1.2 * radius;
      return polygon(
        around({ x, y }, [
          [0, -r],
          [r, 0],
          [0, r],
          [-r, 0],
        ]),
        color,
      );
    },
    triangle: () => {
      const r = 1.15 * radius;
      return polygon(
        around({ x, y }, [
          [0, -r],
          [r, 0.75 * r],
          [-r, 0.75 * r],
        ]),
        color,
      );
    },
  };
  return draw[shape]();
}

const around = ({ x, y }: Point, offsets: readonly (readonly [number, number])[]): Point[] =>
  offsets.map(([dx, dy]) => ({ x: x + dx, y: y + dy }));

/** Text that stands out from what lies below it. */
function text(
  { x, y }: Point,
  words: string,
  font: string,
  color: string,
  surface: string,
): string {
  return `<text x="${digits(x)}" y="${digits(y)}" style="font:${escapeXml(font)}" dominant-baseline="central" fill="${color}" stroke="${surface}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${escapeXml(words)}</text>`;
}

function legend({ height, legend, surface, ink }: Snapshot): string[] {
  const top = height - 16 - LEGEND.line * (legend.length - 1);
  return legend.flatMap(({ name, shape, color }, index) => {
    const middle = { x: LEGEND.left + LEGEND.radius, y: top + index * LEGEND.line };
    return [
      shapePath(shape, middle, LEGEND.radius, color, surface),
      text({ x: middle.x + 14, y: middle.y }, name, LEGEND.font, ink, surface),
    ];
  });
}

const at = ({ x, y }: Point): string => `${digits(x)},${digits(y)}`;
const digits = (value: number): string => String(Math.round(value * 100) / 100);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Signs that no XML may hold go. */
const escapeXml = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
