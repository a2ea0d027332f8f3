import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Disc, sunflower } from './disc.ts';
import { nodeRadius } from './radius.ts';
import { mean } from './shape.ts';

/** Discs for nodes that no force moves: each in the middle of its neighbours, side by side with its like. */
export function besideNeighbours(
  graph: KnowledgeGraph,
  laidOut: readonly Disc[],
  keys: readonly string[],
): Disc[] {
  const places = new Map(laidOut.map((disc) => [disc.key, disc]));
  return [...keys].sort().map((key, index) => {
    const near = graph.neighbors(key).flatMap((neighbour) => places.get(neighbour) ?? []);
    // A turn of its own, so that nodes with the same neighbours do not start on one spot.
    const offset = sunflower(1 + (index % 7), 1);
    return {
      key,
      radius: nodeRadius(graph.getNodeAttributes(key)),
      x: near.length ? mean(near.map(({ x }) => x)) + offset.x : offset.x,
      y: near.length ? mean(near.map(({ y }) => y)) + offset.y : offset.y,
    };
  });
}
