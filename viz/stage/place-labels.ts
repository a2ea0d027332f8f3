/** A name that wants a place beside its node, or on its edge. In pixels of the canvas. */
export interface LabelWish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The radius that the text keeps clear of; an edge's label lies on its point and has none. */
  readonly radius: number | undefined;
  readonly width: number;
  readonly height: number;
  /** Which side is tried first: away from where its edge comes in. */
  readonly side: 'left' | 'right';
  /** Whether it may cover obstacles where there is no other place; other labels it never covers. */
  readonly insists: boolean;
}

export interface PlacedLabel<Wish extends LabelWish> {
  readonly wish: Wish;
  /** The left end of the text, halfway up its height. */
  readonly left: number;
  readonly middle: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 48;
const GAP = 3;

/**
 * Gives as many wishes a place as fit without touching one another or an obstacle, the first ones first, at
 * most `most`: right of the node, else left, below or above it.
 */
export function placeLabels<Wish extends LabelWish>(
  wishes: readonly Wish[],
  options: { readonly obstacles: readonly Box[]; readonly canvas: Box; readonly most: number },
): PlacedLabel<Wish>[] {
  const obstacles = new BoxIndex();
  for (const obstacle of options.obstacles) obstacles.add(obstacle);
  const labels = new BoxIndex();
  const placed: PlacedLabel<Wish>[] = [];
  for (const wish of wishes) {
    if (placed.length >= options.most) break;
    const spots = spotsOf(wish)
      .map((spot) => ({ spot, box: boxOf(wish, spot) }))
      .filter(({ box }) => isInside(box, options.canvas) && !labels.touches(box));
    const found =
      spots.find(({ box }) => !obstacles.touches(box)) ?? (wish.insists ? spots[0] : undefined);
    if (!found) continue;
    labels.add(found.box);
    placed.push({ wish, ...found.spot });
  }
  return placed;
}

interface Spot {
  readonly left: number;
  readonly middle: number;
}

function spotsOf({ x, y, radius, width, height, side }: LabelWish): Spot[] {
  const centred = x - width / 2;
  if (radius === undefined) return [{ left: centred, middle: y }];
  const beside = radius + GAP + 1;
  const apart = radius + GAP + height / 2;
  const right = { left: x + beside, middle: y };
  const left = { left: x - beside - width, middle: y };
  return [
    ...(side === 'right' ? [right, left] : [left, right]),
    { left: centred, middle: y + apart },
    { left: centred, middle: y - apart },
  ];
}

function boxOf({ width, height }: LabelWish, { left, middle }: Spot): Box {
  return {
    left: left - 2,
    right: left + width + 2,
    top: middle - height / 2,
    bottom: middle + height / 2,
  };
}

const isInside = (box: Box, canvas: Box): boolean =>
  box.left >= canvas.left &&
  box.right <= canvas.right &&
  box.top >= canvas.top &&
  box.bottom <= canvas.bottom;

/** Boxes by the cells of a grid that they touch. */
class BoxIndex {
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  touches(box: Box): boolean {
    for (const cell of cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        const beside = other.right <= box.left || other.left >= box.right;
        if (!beside && other.bottom > box.top && other.top < box.bottom) return true;
      }
    }
    return false;
  }
}

function* cellsOf({ left, top, right, bottom }: Box): Generator<string> {
  for (let row = Math.floor(top / CELL); row <= bottom / CELL; row += 1) {
    for (let column = Math.floor(left / CELL); column <= right / CELL; column += 1) {
      yield `${column},${row}`;
    }
  }
}
