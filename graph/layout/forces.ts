import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { sunflower } from './disc.ts';
import type { SpringGraph } from './springs.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Forces {
  /** Where nodes are before they are moved; the others begin on a sunflower in the order of their keys. */
  readonly start: ReadonlyMap<string, Point>;
  /** By which factor a spring counts. */
  readonly pull: (source: string, target: string) => number;
}

/** How many moves of a node all iterations together may take: 800 iterations of 500 nodes, 60 of 20,000. */
const MOVES = 1_200_000;

/** Where ForceAtlas2 (Jacomy et al., 2014) moves some nodes by the springs between them. */
export function moveByForces(
  springs: SpringGraph,
  keys: readonly string[],
  { start, pull }: Forces,
): Map<string, Point> {
  const part: SpringGraph = new UndirectedGraph();
  for (const [index, key] of keys.entries()) {
    const { x, y } = start.get(key) ?? sunflower(index, 10);
    part.addNode(key, { x, y });
  }
  for (const key of keys) {
    springs.forEachEdge(key, (_edge, { weight }, source, target) => {
      if (key !== source || !part.hasNode(target)) return;
      part.addUndirectedEdge(source, target, { weight: weight * pull(source, target) });
    });
  }
  const moved = forceAtlas2(part, {
    iterations: iterationsFor(keys.length),
    getEdgeWeight: 'weight',
    settings: {
      barnesHutOptimize: keys.length > 500,
      barnesHutTheta: 0.8,
      gravity: 0.6,
      scalingRatio: 8,
      slowDown: 1 + Math.log(keys.length),
    },
  });
  return new Map(Object.entries(moved));
}

function iterationsFor(nodes: number): number {
  const wanted = nodes > 3000 ? 200 : nodes > 500 ? 500 : 800;
  return Math.min(wanted, Math.ceil(MOVES / nodes));
}
