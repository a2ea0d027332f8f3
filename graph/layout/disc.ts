/** A node while it is laid out. Its key orders it, so that the same graph is laid out the same way. */
export interface Disc {
  readonly key: string;
  readonly radius: number;
  x: number;
  y: number;
}

/** Sunflower arrangement: the nth of equally spaced points on a growing disc. */
export function sunflower(index: number, spacing: number): { x: number; y: number } {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const distance = spacing * Math.sqrt(index);
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}
