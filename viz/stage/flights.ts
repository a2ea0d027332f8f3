import type Sigma from 'sigma';
import { type Camera, WHOLE_PICTURE } from '../address.ts';
import type { EdgePicture, NodePicture } from './picture.ts';

/** How much of the canvas the neighbourhood of a node fills after the flight to it; it never shows less than so many units. */
const FILLED = 0.6;
const LEAST_SHOWN = 200;
/** Of the neighbours, the nearest of so large a share are brought into view. */
const NEAR_SHARE = 0.85;
const DURATION = 250;

/** How the camera moves: at once where the reader wants calm. */
export interface Flights {
  /** Where the reader looks, and looking elsewhere at once. */
  camera(): Camera;
  look(camera: Camera): void;
  /** Calls `listener` when the reader has looked elsewhere; the returned function ends that. */
  onLook(listener: () => void): () => void;
  /** Brings a node and others around it into view. */
  flyTo(key: string, around: readonly string[]): void;
  /** Brings a node into view where it is nearer to the border than so many pixels, as near as everything is now. */
  reveal(key: string, padding: number): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Shows the whole picture. */
  fit(): void;
}

export function createFlights(
  sigma: Sigma<NodePicture, EdgePicture>,
  isCalm: () => boolean,
): Flights {
  const camera = sigma.getCamera();
  const flight = () => ({ duration: isCalm() ? 0 : DURATION });
  const look = (where: Partial<Camera>) => {
    camera.setState(where);
    // A flight on its way would go on, unless another takes its place.
    if (camera.isAnimated()) void camera.animate(where, { duration: 1 });
  };
  const goTo = (where: Partial<Camera>) => {
    if (isCalm()) look(where);
    else void camera.animate(where, flight());
  };
  return {
    camera() {
      const { x, y, ratio } = camera.getState();
      return { x, y, ratio };
    },
    look,
    onLook(listener) {
      camera.on('updated', listener);
      return () => void camera.off('updated', listener);
    },
    flyTo(key, around) {
      const node = sigma.getNodeDisplayData(key);
      if (!node) return;
      const distances = around.map((other) => {
        const { x, y } = sigma.getNodeDisplayData(other) ?? node;
        return Math.max(Math.abs(x - node.x), Math.abs(y - node.y));
      });
      // A few far neighbours must not make the near ones too small to read.
      distances.sort((a, b) => a - b);
      const reach = distances[Math.floor(NEAR_SHARE * (distances.length - 1))] ?? 0;
      const { width, height } = sigma.getGraphDimensions();
      const closest = LEAST_SHOWN / Math.max(1, width, height);
      const ratio = Math.min(1, Math.max(closest, (2 * reach) / FILLED));
      goTo({ x: node.x, y: node.y, ratio });
    },
    reveal(key, padding) {
      const node = sigma.getNodeDisplayData(key);
      if (!node) return;
      const { x, y } = sigma.framedGraphToViewport(node);
      const { width, height } = sigma.getDimensions();
      const isInside = (value: number, size: number) => value > padding && value < size - padding;
      if (isInside(x, width) && isInside(y, height)) return;
      goTo({ x: node.x, y: node.y });
    },
    zoomIn: () => void camera.animatedZoom(flight()),
    zoomOut: () => void camera.animatedUnzoom(flight()),
    fit: () => goTo(WHOLE_PICTURE),
  };
}
