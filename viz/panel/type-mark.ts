import type { NodeType } from '../../graph/schema.ts';
import { drawing } from '../element.ts';
import { SHAPES, type Shape } from '../stage/shapes.ts';

const DISC = 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12z';
const SQUARE =
  'M4 2.5h8a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5z';
const DISC_RING = `${DISC}M8 3.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 0 1 0-8.8z`;
const DISC_CORE = 'M8 5.3a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 0 0 0-5.4z';
const SQUARE_RING = `${SQUARE}M4.2 4v8h7.6v-8z`;
const SQUARE_CORE = 'M5.7 5.5h4.6v5h-4.6z';

const PATHS: Readonly<Record<Shape, readonly string[]>> = {
  disc: [DISC],
  'ringed disc': [DISC_RING, DISC_CORE],
  square: [SQUARE],
  'ringed square': [SQUARE_RING, SQUARE_CORE],
  diamond: ['M8 .8l7.2 7.2l-7.2 7.2l-7.2-7.2z'],
  triangle: ['M8 1.8l6.9 12h-13.8z'],
};

/** The small picture of a type that stands before a name, as on the canvas. */
export function typeMark(type: NodeType): SVGSVGElement {
  const mark = drawing(PATHS[SHAPES[type]], 'type-mark');
  mark.dataset.type = type;
  return mark;
}
