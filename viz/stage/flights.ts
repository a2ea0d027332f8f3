import type Sigma from 'sigma';
import { type Camera, WHOLE_PICTURE } from '../address.ts';
import { cameraOver, framedWith, type Ground, type Place } from './framing.ts';
import type { EdgePicture, NodePicture } from './picture.ts';

/** A flight never comes so near that less than so many units of the layout are in view. */
const LEAST_SHOWN = 200;
/** Where a unit of the layout takes fewer pixels, one sees where nodes are but cannot read what they are. */
const LEGIBLE = 0.8;
/** Kept free for names beside what is framed, at most a share of the width, and for what lies over the stage. */
const MARGINS = { side: 112, share: 0.2, top: 56, bottom: 72 } as const;
const DURATION = 250;

/** How the camera moves: at once where the reader wants calm. */
export interface Flights {
  /** Where the reader looks, and looking elsewhere at once. */
  camera(): Camera;
  look(camera: Camera): void;
  /** Calls `listener` when the reader has looked elsewhere; the returned function ends that. */
  onLook(listener: () => void): () => void;
  /** Brings a node into view with those around it that can be read beside it. */
  flyTo(key: string, around: readonly string[]): void;
  /** Brings nodes into view, all of them, from no farther away than a ratio. */
  frame(keys: readonly string[], farthest?: number): void;
  /** Whether a node is in view, so many pixels from the border. */
  isSeen(key: string, padding: number): boolean;
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
  const groundNow = (): Ground => {
    // What lies beside the stage may just have been folded away or back.
    sigma.resize();
    const { width, height } = sigma.getDimensions();
    const cameraState = { ...WHOLE_PICTURE, angle: 0 };
    const [from, to] = [0, 1].map((x) => sigma.framedGraphToViewport({ x, y: 0 }, { cameraState }));
    const unit = (to?.x ?? 1) - (from?.x ?? 0);
    const side = Math.min(MARGINS.side, MARGINS.share * width);
    return { width, height, unit, margins: { ...MARGINS, side } };
  };
  /** The ratio at which so many pixels are a unit of the layout. */
  const ratioOf = (pixels: number, { unit }: Ground) => {
    const { width, height } = sigma.getGraphDimensions();
    return unit / Math.max(1, width, height) / pixels;
  };
  const isSeen = (key: string, padding: number) => {
    const node = sigma.getNodeDisplayData(key);
    if (!node) return false;
    const { x, y } = sigma.framedGraphToViewport(node);
    const { width, height } = sigma.getDimensions();
    const isInside = (value: number, size: number) => value > padding && value < size - padding;
    return isInside(x, width) && isInside(y, height);
  };
  const placesOf = (keys: readonly string[]) =>
    keys.flatMap((key) => sigma.getNodeDisplayData(key) ?? []);
  const frame = (places: readonly Place[], ground: Ground, farthest = WHOLE_PICTURE.ratio) => {
    if (places.length === 0) return;
    const { width, height } = sigma.getGraphDimensions();
    const camera = cameraOver(places, ground, LEAST_SHOWN / Math.max(1, width, height));
    goTo(camera.ratio < farthest ? camera : { ...WHOLE_PICTURE, ratio: farthest });
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
      const ground = groundNow();
      const others = framedWith(node, placesOf(around), ground, ratioOf(LEGIBLE, ground));
      frame([node, ...others], ground);
    },
    frame: (keys, farthest) => frame(placesOf(keys), groundNow(), farthest),
    isSeen,
    reveal(key, padding) {
      const node = sigma.getNodeDisplayData(key);
      if (node && !isSeen(key, padding)) goTo({ x: node.x, y: node.y });
    },
    zoomIn: () => void camera.animatedZoom(flight()),
    zoomOut: () => void camera.animatedUnzoom(flight()),
    fit: () => goTo(WHOLE_PICTURE),
  };
}
