import { connectedComponents } from 'graphology-components';
import { findCommunities } from '../communities.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Community, nameCommunities } from '../name-communities.ts';
import { EDGE_TYPES, type EdgeType, ENTITY_TYPES, type EntityType } from '../schema.ts';
import { type Betweenness, byBetweenness, byPageRank, type Central } from './centrality.ts';
import { directedEntityGraph, type EntityGraph, entityGraph } from './entity-graph.ts';
import { type Coverage, evidenceCoverage, type TextOf } from './evidence-coverage.ts';
import { entityAt, reportedResults } from './reported-result.ts';

export interface StatsOptions {
  /** How many entities each ranking lists. */
  readonly limit?: number | undefined;
  /** The texts of papers; without them evidence is not looked up. */
  readonly textOf?: TextOf | undefined;
}

/** Numbers about a graph. Degrees, components, communities and centralities are those of entities, without class terms. */
export interface GraphStats {
  readonly papers: {
    readonly count: number;
    readonly first: string | null;
    readonly last: string | null;
  };
  readonly entities: Readonly<Record<EntityType, number>>;
  /** Terms for classes ("LLM"), and entities that several papers name. */
  readonly classTerms: number;
  readonly shared: number;
  /** Claims by type, and distinct pairs of entities that relations or numbers join. */
  readonly claims: Readonly<Record<EdgeType, number>>;
  readonly pairs: number;
  readonly results: ResultCounts;
  readonly degrees: Degrees;
  readonly components: { readonly count: number; readonly largest: number; readonly alone: number };
  readonly communities: readonly Community[];
  readonly pageRank: readonly Central[];
  readonly betweenness: Betweenness;
  /** Null where the texts are not at hand. */
  readonly evidence: Coverage | null;
}

/** Of how many numbers the text says what they are about. */
export interface ResultCounts {
  readonly count: number;
  readonly withSubject: number;
  readonly withBenchmark: number;
  readonly withMetric: number;
  /** Neither subject, nor benchmark, nor metric. */
  readonly unlinked: number;
}

/** How many others an entity is joined with. */
export interface Degrees {
  readonly mean: number;
  readonly median: number;
  readonly most: number;
  /** Entities by degree: 0, 1, 2, 3 to 4, 5 to 8, and so on, doubling. */
  readonly distribution: readonly {
    readonly from: number;
    readonly to: number;
    readonly entities: number;
  }[];
}

export function stats(
  graph: KnowledgeGraph,
  { limit = 10, textOf }: StatsOptions = {},
): GraphStats {
  const simple = entityGraph(graph);
  const groups = connectedComponents(simple);
  return {
    papers: countPapers(graph),
    ...countEntities(graph),
    claims: countClaims(graph),
    pairs: simple.size,
    results: countResults(graph),
    degrees: degreesOf(simple),
    components: {
      count: groups.length,
      largest: groups.reduce((most, keys) => Math.max(most, keys.length), 0),
      alone: groups.filter((keys) => keys.length === 1).length,
    },
    communities: nameCommunities(graph, findCommunities(graph)),
    pageRank: byPageRank(graph, directedEntityGraph(graph), limit),
    betweenness: byBetweenness(graph, simple, limit),
    evidence: textOf ? evidenceCoverage(graph, textOf) : null,
  };
}

function countPapers(graph: KnowledgeGraph): GraphStats['papers'] {
  const papers = graph.mapNodes((_, node) => (node.type === 'Paper' ? [node] : [])).flat();
  const dates = papers.flatMap(({ date }) => date ?? []).sort();
  return { count: papers.length, first: dates[0] ?? null, last: dates.at(-1) ?? null };
}

function countEntities(
  graph: KnowledgeGraph,
): Pick<GraphStats, 'entities' | 'classTerms' | 'shared'> {
  const found = graph.nodes().flatMap((key) => entityAt(graph, key) ?? []);
  const count = (type: EntityType) => found.filter((entity) => entity.type === type).length;
  return {
    entities: recordOf(ENTITY_TYPES, count),
    classTerms: found.filter(({ classTerm }) => classTerm).length,
    shared: found.filter(({ papers }) => papers > 1).length,
  };
}

function countClaims(graph: KnowledgeGraph): GraphStats['claims'] {
  const counts = new Map<EdgeType, number>();
  graph.forEachEdge((_, { type }) => counts.set(type, (counts.get(type) ?? 0) + 1));
  return recordOf(EDGE_TYPES, (type) => counts.get(type) ?? 0);
}

function countResults(graph: KnowledgeGraph): ResultCounts {
  const results = reportedResults(graph);
  return {
    count: results.length,
    withSubject: results.filter(({ subject }) => subject).length,
    withBenchmark: results.filter(({ benchmark }) => benchmark).length,
    withMetric: results.filter(({ metric }) => metric).length,
    unlinked: results.filter(({ subject, benchmark, metric }) => !subject && !benchmark && !metric)
      .length,
  };
}

function degreesOf(simple: EntityGraph): Degrees {
  const degrees = simple.mapNodes((key) => simple.degree(key)).sort((a, b) => a - b);
  const most = degrees.at(-1) ?? 0;
  const bands = [
    { from: 0, to: 0 },
    { from: 1, to: 1 },
  ];
  for (let to = 2; to / 2 < most; to *= 2) bands.push({ from: to / 2 + 1, to });
  const mean = degrees.length === 0 ? 0 : (2 * simple.size) / degrees.length;
  return {
    mean: Number(mean.toFixed(2)),
    median: degrees[Math.floor((degrees.length - 1) / 2)] ?? 0,
    most,
    distribution: bands.map(({ from, to }) => ({
      from,
      to,
      entities: degrees.filter((degree) => degree >= from && degree <= to).length,
    })),
  };
}

function recordOf<Name extends string>(
  names: readonly Name[],
  count: (name: Name) => number,
): Record<Name, number> {
  // Every name is there, which fromEntries does not tell.
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>;
}
