import type { Disc } from './disc.ts';

/** How wide a cell is at least, and how many cells the groups fill at most (roughly). */
const SMALLEST_CELL = 10;
const MOST_CELLS = 10_000;

/**
 * Moves groups of discs, each laid out by itself, side by side into one picture `aspect` times as wide as
 * high, in place. The largest comes into the middle; each further one to the free place nearest to it
 * where no two discs of different groups are closer than `gap`. Groups keep their shape, so that small
 * ones fill the bays of large ones (Freivalds, Dogrusoz and Kikusts: Disconnected Graph Layout and the
 * Polyomino Packing Approach, 2001).
 */
export function pack(groups: readonly (readonly Disc[])[], gap: number, aspect: number): void {
  const size = cellSize(groups, gap);
  const ordered = groups
    .map((discs) => ({ discs, cells: cover(centre(discs), gap / 2, size) }))
    .sort((a, b) => b.cells.length - a.cells.length || (keyOf(a.discs) < keyOf(b.discs) ? -1 : 1));
  const taken = new Set<number>();
  const spots = spotsByDistance(ordered, aspect);
  for (const { discs, cells } of ordered) {
    const spot = spots.find(({ column, row }) =>
      cells.every((cell) => !taken.has(index(cell.column + column, cell.row + row))),
    );
    if (!spot) throw new RangeError('The picture is too small for its parts.');
    for (const cell of cells) taken.add(index(cell.column + spot.column, cell.row + spot.row));
    for (const disc of discs) {
      disc.x += spot.column * size;
      disc.y += spot.row * size;
    }
  }
}

interface Cell {
  readonly column: number;
  readonly row: number;
}

const keyOf = (discs: readonly Disc[]): string => discs[0]?.key ?? '';
const index = (column: number, row: number): number => (row + 32_768) * 65_536 + column + 32_768;

/** Moves discs so that the middle of their bounding box is the origin. */
function centre(discs: readonly Disc[]): readonly Disc[] {
  const box = boundingBox(discs);
  for (const disc of discs) {
    disc.x -= (box.left + box.right) / 2;
    disc.y -= (box.top + box.bottom) / 2;
  }
  return discs;
}

export function boundingBox(discs: readonly Disc[]) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y, radius } of discs) {
    box.left = Math.min(box.left, x - radius);
    box.right = Math.max(box.right, x + radius);
    box.top = Math.min(box.top, y - radius);
    box.bottom = Math.max(box.bottom, y + radius);
  }
  return box;
}

function cellSize(groups: readonly (readonly Disc[])[], gap: number): number {
  const area = groups.flat().reduce((sum, { radius }) => sum + (2 * radius + gap) ** 2, 0);
  return Math.max(SMALLEST_CELL, Math.sqrt(area / MOST_CELLS));
}

/** The cells that discs touch when each is `margin` wider. */
function cover(discs: readonly Disc[], margin: number, size: number): Cell[] {
  const cells = new Map<number, Cell>();
  for (const { x, y, radius } of discs) {
    const reach = radius + margin;
    for (let row = Math.floor((y - reach) / size); row <= (y + reach) / size; row += 1) {
      for (let column = Math.floor((x - reach) / size); column <= (x + reach) / size; column += 1) {
        const nearestX = Math.min(Math.max(x, column * size), (column + 1) * size);
        const nearestY = Math.min(Math.max(y, row * size), (row + 1) * size);
        if ((nearestX - x) ** 2 + (nearestY - y) ** 2 > reach * reach) continue;
        cells.set(index(column, row), { column, row });
      }
    }
  }
  return [...cells.values()];
}

/** Every cell that a group may be moved by, the nearest to the middle first. */
function spotsByDistance(
  groups: readonly { readonly cells: readonly Cell[] }[],
  aspect: number,
): Cell[] {
  const area = groups.reduce((sum, { cells }) => sum + cells.length, 0);
  const span = groups.reduce((most, { cells }) => Math.max(most, ...extent(cells)), 0);
  const reach = Math.ceil(span + 2 * Math.sqrt(area) + 4);
  const spots: (Cell & { readonly distance: number })[] = [];
  for (let row = -reach; row <= reach; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      spots.push({ column, row, distance: (column / aspect) ** 2 + row ** 2 });
    }
  }
  return spots.sort((a, b) => a.distance - b.distance || a.row - b.row || a.column - b.column);
}

function extent(cells: readonly Cell[]): [number, number] {
  let [columns, rows] = [0, 0];
  for (const { column, row } of cells) {
    columns = Math.max(columns, Math.abs(column));
    rows = Math.max(rows, Math.abs(row));
  }
  return [columns, rows];
}
