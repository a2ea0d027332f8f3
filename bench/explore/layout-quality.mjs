import forceAtlas2 from 'graphology-layout-forceatlas2';
import { nodeRadius } from '../../dist/graph/layout/radius.js';
import { springGraph } from '../../dist/graph/layout/springs.js';
import { layOut } from '../../dist/graph/layout.js';
import { createRandom } from '../../dist/graph/random.js';

/** @typedef {import('../../graph/knowledge-graph.ts').KnowledgeGraph} KnowledgeGraph */
/** @typedef {readonly [x: number, y: number]} Position */
/** @typedef {Map<string, Position>} Positions */
/** @typedef {{ positions: Positions, seconds: number, processor: number }} Timed */

/** As many rounds as our own layout gives 10,000 nodes. */
const ITERATIONS = 120;

/** Our layout of a graph. @param {KnowledgeGraph} graph @returns {Timed} */
export const layOutOurs = (graph) => timed(() => new Map(Object.entries(layOut(graph).positions)));

/**
 * ForceAtlas2 as graphology sets it where nothing is said, over the same springs, from seeded random places.
 * @param {KnowledgeGraph} graph
 * @returns {Timed}
 */
export function layOutDefault(graph) {
  const springs = springGraph(graph);
  const random = createRandom(1);
  for (const key of springs.nodes()) {
    springs.mergeNodeAttributes(key, { x: random() * 1_000, y: random() * 1_000 });
  }
  return timed(() => {
    const found = forceAtlas2(springs, { iterations: ITERATIONS });
    return new Map(Object.entries(found).map(([key, { x, y }]) => [key, [x, y]]));
  });
}

/**
 * How well who belongs together lies together, from 0 to 1: for each node the nodes nearest to it, as many as it has
 * neighbours, against these neighbours (their intersection by their union), on average over all that have any (after
 * Kruiger et al., 2017: Graph Layouts by t-SNE).
 * @param {KnowledgeGraph} graph
 * @param {Positions} positions
 */
export function neighbourhoodPreservation(graph, positions) {
  const springs = springGraph(graph);
  const keys = springs.nodes();
  const places = keys.map((key) => positions.get(key) ?? [0, 0]);
  const distances = new Float64Array(keys.length);
  let [sum, amount] = [0, 0];
  for (const [at, key] of keys.entries()) {
    const neighbours = new Set(springs.neighbors(key));
    if (neighbours.size === 0) continue;
    const [x, y] = places[at] ?? [0, 0];
    for (const [other, [left, top]] of places.entries()) {
      distances[other] = other === at ? Infinity : (left - x) ** 2 + (top - y) ** 2;
    }
    const farthest = distances.toSorted()[neighbours.size - 1] ?? 0;
    let shared = 0;
    for (const [other, distance] of distances.entries()) {
      if (distance <= farthest && neighbours.has(keys[other] ?? '')) shared += 1;
    }
    sum += shared / (2 * neighbours.size - shared);
    amount += 1;
  }
  return sum / amount;
}

/**
 * How many pairs of entities and papers overlap at the radius that they are drawn with.
 * @param {KnowledgeGraph} graph
 * @param {Positions} positions
 */
export function countOverlaps(graph, positions) {
  const discs = graph.nodes().flatMap((key) => {
    const node = graph.getNodeAttributes(key);
    const [x, y] = positions.get(key) ?? [0, 0];
    return node.type === 'Result' || !positions.has(key)
      ? []
      : [{ x, y, radius: nodeRadius(node) }];
  });
  discs.sort((a, b) => a.x - b.x);
  const widest = 2 * Math.max(...discs.map(({ radius }) => radius));
  let overlaps = 0;
  for (const [at, a] of discs.entries()) {
    for (let next = at + 1; next < discs.length; next += 1) {
      const b = discs[next];
      if (!b || b.x - a.x > widest) break;
      if (Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius) overlaps += 1;
    }
  }
  return overlaps;
}

/**
 * The same picture at the size of another, so that their overlaps can be compared: the same mean square distance from
 * the middle.
 * @param {Positions} positions
 * @param {Positions} model
 * @returns {Positions}
 */
export function scaledTo(positions, model) {
  const common = new Map([...model].filter(([key]) => positions.has(key)));
  const scale = spreadOf(common) / spreadOf(positions);
  return new Map([...positions].map(([key, [x, y]]) => [key, [x * scale, y * scale]]));
}

/** @param {Positions} positions */
function spreadOf(positions) {
  const places = [...positions.values()];
  const mean = (/** @type {readonly number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(places.map((place) => place[0])), mean(places.map((place) => place[1]))];
  return Math.sqrt(mean(places.map((place) => (place[0] - x) ** 2 + (place[1] - y) ** 2)));
}

/** @param {() => Positions} run @returns {Timed} */
function timed(run) {
  const [used, started] = [process.cpuUsage(), performance.now()];
  const positions = run();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(used);
  return { positions, seconds, processor: (user + system) / 1e6 };
}
