interface Point {
  readonly x: number;
  readonly y: number;
}

/** Finds the discs near a point by square cells, which are as wide as the farthest that two discs can touch. */
export class DiscGrid {
  private readonly size: number;
  private readonly cells = new Map<number, number[]>();
  private readonly found: number[] = [];
  private amount = 0;

  constructor(size: number) {
    this.size = size;
  }

  /** Discs are numbered as they are added. */
  add({ x, y }: Point): void {
    const key = cellKey(Math.floor(x / this.size), Math.floor(y / this.size));
    const cell = this.cells.get(key);
    if (cell) cell.push(this.amount);
    else this.cells.set(key, [this.amount]);
    this.amount += 1;
  }

  /** The numbers of the discs in the cell of a point and around it. The list is reused by the next call. */
  near({ x, y }: Point): readonly number[] {
    const column = Math.floor(x / this.size);
    const row = Math.floor(y / this.size);
    let amount = 0;
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const cell = this.cells.get(cellKey(column + dx, row + dy));
        if (!cell) continue;
        for (const index of cell) {
          this.found[amount] = index;
          amount += 1;
        }
      }
    }
    this.found.length = amount;
    return this.found;
  }
}

/** One whole number a cell, small enough for the fast path of a map. */
const cellKey = (column: number, row: number): number =>
  ((row + 0x4000) & 0x7fff) * 0x8000 + ((column + 0x4000) & 0x7fff);
