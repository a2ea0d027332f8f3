import type { Shape } from '../stage/shapes.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the canvas shows at one moment, in pixels from its upper left corner. */
export interface Snapshot {
  readonly width: number;
  readonly height: number;
  readonly surface: string;
  readonly ink: string;
  /** What lies below comes first. */
  readonly edges: readonly {
    readonly from: Point;
    readonly to: Point;
    /** What the curve bends to. */
    readonly control: Point;
    readonly width: number;
    readonly color: string;
  }[];
  readonly nodes: readonly (Point & {
    readonly radius: number;
    readonly shape: Shape;
    readonly color: string;
  })[];
  /** `x` is where the text begins, `y` its middle. */
  readonly labels: readonly (Point & {
    readonly text: string;
    /** As CSS says it: `600 12px system-ui`. */
    readonly font: string;
    readonly color: string;
  })[];
  readonly legend: readonly {
    readonly name: string;
    readonly shape: Shape;
    readonly color: string;
  }[];
}
