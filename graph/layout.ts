import { findCommunities } from './communities.ts';
import type { KnowledgeGraph } from './knowledge-graph.ts';
import { besideNeighbours } from './layout/beside.ts';
import type { Disc } from './layout/disc.ts';
import { moveByForces } from './layout/forces.ts';
import { outskirts } from './layout/outskirts.ts';
import { pack } from './layout/pack.ts';
import { nodeRadius } from './layout/radius.ts';
import { inRegions } from './layout/regions.ts';
import { separate } from './layout/separate.ts';
import { shape } from './layout/shape.ts';
import {
  connectedParts,
  isClassTerm,
  mostJoined,
  type SpringGraph,
  springGraph,
} from './layout/springs.ts';
import { SHOWN_FIRST, topOf } from './layout/top.ts';
import { type Layout, SCHEMA_VERSION } from './schema.ts';

/** Between the edges of two discs: room for a line to pass, and for a name here and there. */
const GAP = 9;
/** Between two groups that share nothing. */
const GROUP_GAP = 26;
/** How many times as wide as high the picture is to be; one of regions comes out wider than it is asked to be. */
const ASPECT = 1.3;
const REGIONS_ASPECT = 1.05;
/** In a smaller part, what belongs together is seen without a region of its own. */
const LEAST_WITH_REGIONS = 1_000;
/** How much weaker a spring between two communities is where each gets a region. */
const ACROSS = 0.25;

export interface LayoutLimits {
  /** How many nodes forces move, those with most neighbours first; the others go beside their neighbours. */
  readonly moved?: number;
  /** How many entities are laid out a second time, by themselves, where there are more. */
  readonly top?: number;
}

/** How much wider than for their area alone others are given room among what forces have moved. */
const ROOM = 1.2;
/** More would take hours and could not be told apart in the picture. */
const MOST_MOVED = 20_000;

/**
 * Where to draw each node: forces on every connected part by itself, in a large one a region for each community, then no
 * two entities or papers overlap at the radius that `nodeRadius` gives them, and the parts are packed into a landscape
 * picture. Where not all entities are drawn at first, those that are have a second picture, which the first one grows out
 * of, so that things lie in the same direction in both.
 * The same graph gives the same positions. Units are those of `nodeRadius`; y grows upwards.
 */
export function layOut(graph: KnowledgeGraph, limits: LayoutLimits = {}): Layout {
  const communities = findCommunities(graph);
  const ground: Ground = { graph, springs: springGraph(graph), regionOf: numbersOf(communities) };
  const top = layOutTop(ground, topOf(graph, limits.top ?? SHOWN_FIRST));
  const whole = layOutWhole(ground, top, limits.moved ?? MOST_MOVED);
  return {
    schema: SCHEMA_VERSION,
    positions: positionsOf(whole),
    top: positionsOf(top),
    communities,
  };
}

/** What every part of a layout is made from. */
interface Ground {
  readonly graph: KnowledgeGraph;
  readonly springs: SpringGraph;
  /** The community of each node that is in one. */
  readonly regionOf: ReadonlyMap<string, number>;
}

/** The most important entities among themselves. Papers that name several of them hold these together. */
function layOutTop({ graph, springs, regionOf }: Ground, keys: readonly string[]): Disc[] {
  const top = new Set(keys);
  const moved = keys.filter((key) => springs.hasNode(key));
  const papers = springs.filterNodes((key, _place) => {
    if (graph.getNodeAttribute(key, 'type') !== 'Paper') return false;
    return springs.filterNeighbors(key, (other) => top.has(other)).length > 1;
  });
  const places = moveByForces(springs, [...moved, ...papers], {
    start: new Map(),
    pull: pullOf(regionOf),
  });
  const discs = toDiscs(graph, moved, places);
  inRegions(discs, regionOf, { gap: GAP, aspect: REGIONS_ASPECT });
  const terms = keys.filter((key) => isClassTerm(graph.getNodeAttributes(key)));
  const others = besideNeighbours(graph, discs, terms);
  separate(others, GAP, discs);
  return [...discs, ...others];
}

function layOutWhole(ground: Ground, top: readonly Disc[], most: number): Disc[] {
  const { graph, springs } = ground;
  const moved = mostJoined(springs, most);
  const start = growFrom(top, ground, moved);
  const groups = connectedParts(moved).map((keys) =>
    layOutPart({ ...ground, springs: moved }, keys, start),
  );
  pack(groups, GROUP_GAP, ASPECT);
  const packed = groups.flat();
  const isAll = moved === springs;
  const core = isAll ? packed : widened(packed, springs.order, ROOM);
  const others = isAll ? [] : outskirts(graph, springs, core);
  separate(others, GAP, core);
  const beside = (isOne: Parameters<KnowledgeGraph['filterNodes']>[0], around: readonly Disc[]) =>
    besideNeighbours(graph, around, graph.filterNodes(isOne));
  const terms = beside((_key, node) => isClassTerm(node), core);
  separate(terms, GAP, [...core, ...others]);
  const laidOut = [...core, ...others, ...terms];
  const results = beside((_key, { type }) => type === 'Result', laidOut);
  separate(results, 2, laidOut);
  return [...laidOut, ...results];
}

/** Discs spread until as many as there are in all have room among them, and so many times wider. */
function widened(discs: readonly Disc[], all: number, wider = 1): Disc[] {
  const scale = wider * Math.sqrt(all / Math.max(1, discs.length));
  return discs.map((disc) => ({ ...disc, x: scale * disc.x, y: scale * disc.y }));
}

/** Where the whole picture begins: the top of it, as wide as the whole needs, and the others around that. */
function growFrom(
  top: readonly Disc[],
  { graph }: Ground,
  springs: SpringGraph,
): ReadonlyMap<string, Disc> {
  const core = widened(top, springs.order).filter(({ key }) => springs.hasNode(key));
  const discs = core.length > 0 ? [...core, ...outskirts(graph, springs, core)] : [];
  return new Map(discs.map((disc) => [disc.key, disc]));
}

function layOutPart(
  { graph, springs, regionOf }: Ground,
  keys: readonly string[],
  start: ReadonlyMap<string, Disc>,
): Disc[] {
  const hasRegions = keys.length >= LEAST_WITH_REGIONS;
  const pull = hasRegions ? pullOf(regionOf) : () => 1;
  const discs = toDiscs(graph, keys, moveByForces(springs, keys, { start, pull }));
  if (hasRegions) inRegions(discs, regionOf, { gap: GAP, aspect: REGIONS_ASPECT });
  else {
    shape(discs, ASPECT);
    separate(discs, GAP);
  }
  return discs;
}

const pullOf = (regionOf: Ground['regionOf']) => (source: string, target: string) =>
  regionOf.get(source) === regionOf.get(target) ? 1 : ACROSS;

function numbersOf(communities: readonly (readonly string[])[]): Map<string, number> {
  return new Map(communities.flatMap((keys, number) => keys.map((key) => [key, number] as const)));
}

function toDiscs(
  graph: KnowledgeGraph,
  keys: readonly string[],
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Disc[] {
  return keys.map((key) => {
    const { x, y } = places.get(key) ?? { x: 0, y: 0 };
    return { key, radius: nodeRadius(graph.getNodeAttributes(key)), x, y };
  });
}

function positionsOf(discs: readonly Disc[]): Layout['positions'] {
  const sorted = [...discs].sort((a, b) => (a.key < b.key ? -1 : 1));
  return Object.fromEntries(sorted.map(({ key, x, y }) => [key, [round(x), round(y)]]));
}

/** Two decimals, and never the `-0` that JSON would not keep. */
const round = (value: number): number => Math.round(value * 100) / 100 + 0;
