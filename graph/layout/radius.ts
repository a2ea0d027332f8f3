import type { NodeAttributes } from '../schema.ts';

const SMALLEST = 3;
const GREATEST = 22;
const PAPER_RADIUS = 3.5;
const RESULT_RADIUS = 2.5;

/**
 * How large a node is drawn, in units of the layout (pixels, where the canvas is as large as the layout).
 * The area of an entity grows with its papers: 1 paper -> 3.6, 9 papers -> 10.8, 50 and more -> 22.
 */
export function nodeRadius(node: NodeAttributes): number {
  if (node.type === 'Paper') return PAPER_RADIUS;
  if (node.type === 'Result') return RESULT_RADIUS;
  return Math.min(GREATEST, Math.max(SMALLEST, 3.6 * Math.sqrt(node.papers)));
}
