import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Disc, sunflower } from './disc.ts';
import { nodeRadius } from './radius.ts';
import type { SpringGraph } from './springs.ts';

/** How far apart nodes lie that no force moves. */
const SPACING = 12;

/**
 * Discs for the nodes that forces do not move since there are too many: ring after ring around neighbours that have a
 * place already; what hangs on none of these lies around the whole picture.
 * @param springs all nodes, those of the core among them
 */
export function outskirts(
  graph: KnowledgeGraph,
  springs: SpringGraph,
  core: readonly Disc[],
): Disc[] {
  const places = new Map<string, Disc>(core.map((disc) => [disc.key, disc]));
  const children = new Map<string, number>();
  const discs: Disc[] = [];
  const put = (key: string, x: number, y: number) => {
    const disc = { key, radius: nodeRadius(graph.getNodeAttributes(key)), x, y };
    places.set(key, disc);
    discs.push(disc);
    return disc;
  };
  const surround = (placed: readonly Disc[]) => {
    for (let ring = placed; ring.length > 0; ) {
      const next: Disc[] = [];
      for (const { key, x, y } of ring) {
        for (const neighbour of springs.neighbors(key).sort()) {
          if (places.has(neighbour)) continue;
          const rank = (children.get(key) ?? 0) + 1;
          children.set(key, rank);
          const offset = sunflower(rank, SPACING);
          next.push(put(neighbour, x + offset.x, y + offset.y));
        }
      }
      ring = next;
    }
  };
  surround(core);
  let radius = 0;
  for (const { x, y } of places.values()) radius = Math.max(radius, Math.sqrt(x * x + y * y));
  const inside = Math.ceil((radius / (3 * SPACING)) ** 2);
  let parts = 0;
  for (const key of springs.nodes().sort()) {
    if (places.has(key)) continue;
    const { x, y } = sunflower(inside + parts, 3 * SPACING);
    parts += 1;
    surround([put(key, x, y)]);
  }
  return discs;
}
