import type Sigma from 'sigma';
import type { EdgePicture, NodePicture } from './picture.ts';

/** Free ground around the whole picture, in pixels. */
export const PADDING = 28;

/** Says in the container's attributes where the layout's origin lies on it and how many pixels a unit takes. */
export function sayWhere(container: HTMLElement, sigma: Sigma<NodePicture, EdgePicture>): void {
  const origin = sigma.graphToViewport({ x: 0, y: 0 });
  const unit = sigma.graphToViewport({ x: 1, y: 0 });
  container.dataset.origin = `${origin.x},${origin.y}`;
  container.dataset.unit = String(unit.x - origin.x);
}

/** Pixels that a unit of the layout takes where the whole picture is in view, with free ground around it. */
export function scaleAtRest(sigma: Sigma<NodePicture, EdgePicture>, padding: number): number {
  const { width, height } = sigma.getDimensions();
  const extent = sigma.getGraphDimensions();
  return Math.min(
    (width - 2 * padding) / Math.max(1, extent.width),
    (height - 2 * padding) / Math.max(1, extent.height),
  );
}
