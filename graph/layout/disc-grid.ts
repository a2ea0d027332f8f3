interface Point {
  readonly x: number;
  readonly y: number;
}

/** Finds the discs near a point by square cells. They are numbered as they are added, up to the capacity. */
export class DiscGrid {
  private readonly size: number;
  private readonly mask: number;
  /** The last disc of each chain of cells that share a place in the table, and for each disc the one before; -1 for none. */
  private readonly last: Int32Array;
  private readonly before: Int32Array;
  private readonly columns: Int32Array;
  private readonly rows: Int32Array;
  private readonly found: number[] = [];
  private amount = 0;

  /** @param size how wide a cell is: about as far as one asks for */
  constructor(size: number, capacity: number) {
    this.size = size;
    const places = 2 ** Math.ceil(Math.log2(2 * capacity + 1));
    this.mask = places - 1;
    this.last = new Int32Array(places).fill(-1);
    this.before = new Int32Array(capacity);
    this.columns = new Int32Array(capacity);
    this.rows = new Int32Array(capacity);
  }

  add({ x, y }: Point): void {
    const column = Math.floor(x / this.size);
    const row = Math.floor(y / this.size);
    const place = placeOf(column, row) & this.mask;
    this.columns[this.amount] = column;
    this.rows[this.amount] = row;
    this.before[this.amount] = this.last[place] ?? -1;
    this.last[place] = this.amount;
    this.amount += 1;
  }

  /** The numbers of the discs in all cells that reach into a distance of a point. The list is reused by the next call. */
  near({ x, y }: Point, distance: number): readonly number[] {
    const [left, right] = [this.cell(x - distance), this.cell(x + distance)];
    const [bottom, top] = [this.cell(y - distance), this.cell(y + distance)];
    let amount = 0;
    for (let row = bottom; row <= top; row += 1) {
      for (let column = left; column <= right; column += 1) {
        let index = this.last[placeOf(column, row) & this.mask] ?? -1;
        for (; index >= 0; index = this.before[index] ?? -1) {
          if (this.columns[index] !== column || this.rows[index] !== row) continue;
          this.found[amount] = index;
          amount += 1;
        }
      }
    }
    this.found.length = amount;
    return this.found;
  }

  private cell(coordinate: number): number {
    return Math.floor(coordinate / this.size);
  }
}

/** Spreads cells over a table (Teschner et al., 2003: Optimized Spatial Hashing). */
const placeOf = (column: number, row: number): number =>
  Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663);
