import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { findCommunities } from './communities.ts';
import type { KnowledgeGraph } from './knowledge-graph.ts';
import { type Disc, sunflower } from './layout/disc.ts';
import { outskirts } from './layout/outskirts.ts';
import { boundingBox, pack } from './layout/pack.ts';
import { nodeRadius } from './layout/radius.ts';
import { separate } from './layout/separate.ts';
import {
  connectedParts,
  isClassTerm,
  mostJoined,
  type SpringGraph,
  springGraph,
} from './layout/springs.ts';
import { type Layout, type NodeAttributes, SCHEMA_VERSION } from './schema.ts';

/** Between the edges of two discs: room for a line to pass, and for a name here and there. */
const GAP = 9;
/** Between two groups that share nothing. */
const GROUP_GAP = 26;
/** How many times as wide as high the picture is to be. */
const ASPECT = 1.3;
/** How far apart neighbours lie on average. */
const SPACING = 26;
/** The power of the distance from the middle that far ends are drawn in by; 1 leaves them out there. */
const DRAWN_IN = 0.8;

/**
 * Where to draw each node: ForceAtlas2 (Jacomy et al., 2014) on every connected part by itself, then no
 * two entities or papers overlap at the radius that `nodeRadius` gives them, and the parts are packed into a landscape picture.
 * The same graph gives the same positions. Units are those of `nodeRadius`; y grows upwards.
 * @param most how many nodes forces move, those with most neighbours first; the others go beside their neighbours
 */
export function layOut(graph: KnowledgeGraph, most = MOST_MOVED): Layout {
  const springs = springGraph(graph);
  const moved = mostJoined(springs, most);
  const groups = connectedParts(moved).map((keys) => layOutPart(graph, moved, keys));
  pack(groups, GROUP_GAP, ASPECT);
  const core = groups.flat();
  const others = moved === springs ? [] : outskirts(graph, springs, core);
  separate(others, GAP, core);
  const terms = besideNeighbours(graph, core, isClassTerm);
  separate(terms, GAP, [...core, ...others]);
  const laidOut = [...core, ...others, ...terms];
  const results = besideNeighbours(graph, laidOut, ({ type }) => type === 'Result');
  separate(results, 2, laidOut);
  return {
    schema: SCHEMA_VERSION,
    positions: positionsOf([...laidOut, ...results]),
    communities: findCommunities(graph),
  };
}

/** How many nodes forces move at most. More would take hours and could not be told apart in the picture. */
const MOST_MOVED = 20_000;
/** How many moves of a node all iterations together may take: 800 iterations of 500 nodes, 60 of 20,000. */
const MOVES = 1_200_000;

function layOutPart(graph: KnowledgeGraph, springs: SpringGraph, keys: readonly string[]): Disc[] {
  const part: SpringGraph = new UndirectedGraph();
  for (const [index, key] of keys.entries()) part.addNode(key, sunflower(index, 10));
  for (const key of keys) {
    springs.forEachEdge(key, (_edge, { weight }, source, target) => {
      if (key === source) part.addUndirectedEdge(source, target, { weight });
    });
  }
  const positions = forceAtlas2(part, {
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
  const discs = keys.map((key) => ({
    key,
    radius: nodeRadius(graph.getNodeAttributes(key)),
    ...(positions[key] ?? { x: 0, y: 0 }),
  }));
  turnToLandscape(discs);
  space(discs);
  separate(discs, GAP);
  return discs;
}

function iterationsFor(nodes: number): number {
  const wanted = nodes > 3000 ? 200 : nodes > 500 ? 500 : 800;
  return Math.min(wanted, Math.ceil(MOVES / nodes));
}

/** Turns a larger group so that its longest axis lies flat, and widens it towards the picture's aspect. */
function turnToLandscape(discs: readonly Disc[]): void {
  const middle = { x: mean(discs.map(({ x }) => x)), y: mean(discs.map(({ y }) => y)) };
  for (const disc of discs) {
    disc.x -= middle.x;
    disc.y -= middle.y;
  }
  if (discs.length < 30) return;
  let [xx, yy, xy] = [0, 0, 0];
  for (const disc of discs) {
    xx += disc.x * disc.x;
    yy += disc.y * disc.y;
    xy += disc.x * disc.y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const disc of discs) {
    [disc.x, disc.y] = [disc.x * cos - disc.y * sin, disc.x * sin + disc.y * cos];
  }
  const box = boundingBox(discs);
  const aspect = (box.right - box.left) / (box.top === box.bottom ? 1 : box.bottom - box.top);
  const stretch = Math.min(1.25, Math.max(1, Math.sqrt(ASPECT / aspect)));
  for (const disc of discs) {
    disc.x *= stretch;
    disc.y /= stretch;
  }
}

/**
 * Draws far ends in and scales a group so that a disc has as much room on average as in every other group: forces leave
 * tight knots with wide gaps between them, which the separation then spreads evenly.
 */
function space(discs: readonly Disc[]): void {
  const spread = Math.sqrt(mean(discs.map(({ x, y }) => x * x + y * y)));
  if (spread === 0) return;
  // Evenly filled, a disc of radius R has a mean square distance of R * R / 2 from its middle.
  const radius = SPACING * Math.sqrt(discs.length / Math.PI);
  for (const disc of discs) {
    const distance = Math.sqrt(disc.x * disc.x + disc.y * disc.y) / (spread * Math.SQRT2);
    const scale = (radius * distance ** (DRAWN_IN - 1)) / (spread * Math.SQRT2);
    disc.x *= distance > 0 ? scale : 1;
    disc.y *= distance > 0 ? scale : 1;
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Discs for nodes that no force moves: each in the middle of its neighbours, side by side with its like. */
function besideNeighbours(
  graph: KnowledgeGraph,
  laidOut: readonly Disc[],
  belongs: (node: NodeAttributes) => boolean,
): Disc[] {
  const places = new Map(laidOut.map((disc) => [disc.key, disc]));
  const keys = graph.filterNodes((_key, node) => belongs(node)).sort();
  return keys.map((key, index) => {
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

function positionsOf(discs: readonly Disc[]): Layout['positions'] {
  const sorted = [...discs].sort((a, b) => (a.key < b.key ? -1 : 1));
  return Object.fromEntries(sorted.map(({ key, x, y }) => [key, [round(x), round(y)]]));
}

/** Two decimals, and never the `-0` that JSON would not keep. */
const round = (value: number): number => Math.round(value * 100) / 100 + 0;
