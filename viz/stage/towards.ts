export interface Point {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

export const DIRECTIONS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
} as const satisfies Record<string, readonly [number, number]>;
export type Direction = keyof typeof DIRECTIONS;

/** How much a point counts as farther away for each unit that it lies aside. */
const ASIDE = 2;

/**
 * The point to go to from one in a direction: the nearest within the quarter that lies there, with those straight ahead
 * before those aside. Coordinates are those of a screen: y grows downwards.
 */
export function towards(
  points: Iterable<Point>,
  from: { readonly x: number; readonly y: number },
  direction: Direction,
): string | undefined {
  const [right, down] = DIRECTIONS[direction];
  let best: { readonly key: string; readonly cost: number } | undefined;
  for (const { key, x, y } of points) {
    const ahead = (x - from.x) * right + (y - from.y) * down;
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + ASIDE * aside;
    if (!best || cost < best.cost || (cost === best.cost && key < best.key)) best = { key, cost };
  }
  return best?.key;
}
