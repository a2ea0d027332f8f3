import betweenness from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, it } from 'vitest';
import { byBetweenness, byPageRank } from '../../../graph/analysis/centrality.ts';
import { directedEntityGraph, entityGraph } from '../../../graph/analysis/entity-graph.ts';
import { evidenceCoverage } from '../../../graph/analysis/evidence-coverage.ts';
import { stats } from '../../../graph/analysis/stats.ts';
import { createKnowledgeGraph } from '../../../graph/knowledge-graph.ts';
import type { EntityNode, EntityType } from '../../../graph/schema.ts';
import { literature, page, scored } from './literature.ts';

/** Methods that build on each other: `chain('a', 'b', 'c')` is a to b to c. */
const chain = (id: string, ...names: string[]) =>
  page(id, {
    text: `${names.join(' then ')}.`,
    entities: names.map((name) => [name, 'Method'] as const satisfies [string, EntityType]),
    relations: names.slice(1).map((name, at) => [names[at] ?? '', 'BUILDS_ON', name] as const),
  });
const star = (id: string, middle: string, ...ends: string[]) =>
  page(id, {
    text: `${middle} under ${ends.join(' and ')}.`,
    entities: [middle, ...ends].map((name) => [name, 'Method'] as const),
    relations: ends.map((end) => [end, 'BUILDS_ON', middle] as const),
  });

const ALONE: EntityNode = {
  ...{ type: 'Method', name: 'Alone', aliases: [], papers: 1 },
  ...{ votes: { Method: 1 }, classTerm: false, statistics: [] },
};

describe('entityGraph(graph)', () => {
  it('joins what relations and numbers join, once for a pair, weighed by papers', () => {
    const graph = literature(
      scored('1', 'Alpha', '81', { relations: [['Alpha', 'EVALUATED_ON', 'MATH']] }),
      scored('2', 'Alpha', '82'),
      page('3', {
        text: 'LLMs run on MATH.',
        entities: [['LLMs', 'Model']],
        relations: [['LLMs', 'EVALUATED_ON', 'MATH']],
      }),
    );
    const simple = entityGraph(graph);
    expect(simple.nodes()).toEqual(['accuracy', 'alpha', 'math']);
    expect(simple.mapEdges((_, { weight }, a, b) => [a, b, weight])).toEqual([
      ['accuracy', 'alpha', 2],
      ['alpha', 'math', 2],
    ]);
    expect(directedEntityGraph(graph).outNeighbors('alpha')).toEqual(['accuracy', 'math']);
  });
});

describe('byPageRank(graph, simple, limit)', () => {
  it('puts first what others lead to', () => {
    const graph = literature(star('1', 'Hub', 'one', 'two', 'three'));
    const [first, second] = byPageRank(graph, directedEntityGraph(graph), 2);
    expect([first?.name, second?.name]).toEqual(['Hub', 'one']);
    expect(byPageRank(literature(), directedEntityGraph(literature()), 2)).toEqual([]);
  });
});

describe('byBetweenness(graph, simple, limit, mostSources)', () => {
  const graph = literature(
    chain('1', 'aa', 'bb', 'cc', 'dd', 'ee', 'ff'),
    star('2', 'cc', 'gg', 'hh'),
    chain('3', 'hh', 'ff'),
  );
  const simple = entityGraph(graph);

  it('is exact for a small graph', () => {
    const expected = betweenness(simple, { getEdgeWeight: null });
    const found = byBetweenness(graph, simple, 10);
    expect([found.isExact, found.sources]).toEqual([true, simple.order]);
    expect(found.top.map(({ key, score }) => [key, score])).toEqual(
      found.top.map(({ key }) => [key, Number((expected[key] ?? 0).toFixed(6))]),
    );
    expect(found.top[0]?.key).toBe('cc');
  });

  it('estimates from some entities, always the same, where there are too many', () => {
    const found = byBetweenness(graph, simple, 3, 4);
    expect([found.isExact, found.sources]).toEqual([false, 4]);
    expect(byBetweenness(graph, simple, 3, 4)).toEqual(found);
    expect(found.top[0]?.key).toBe('cc');
  });
});

describe('stats(graph, options)', () => {
  const graph = literature(
    scored('1', 'Alpha', '81', { date: '2026-01-02' }),
    page('2', {
      text: 'Beta, and LLMs get 5.',
      entities: [['LLMs', 'Model']],
      numbers: [{ number: '5' }],
      date: '2026-03-04',
    }),
  );

  it('counts papers, entities, claims, and what numbers are about', () => {
    const found = stats(graph);
    expect(found.papers).toEqual({ count: 2, first: '2026-01-02', last: '2026-03-04' });
    expect(found.entities).toEqual({
      Method: 2,
      Model: 1,
      Benchmark: 1,
      Dataset: 0,
      Metric: 1,
      Task: 0,
    });
    expect([found.classTerms, found.shared, found.pairs]).toEqual([1, 0, 2]);
    expect(found.claims).toMatchObject({ MENTIONS: 5, OF: 2, ON: 1, PROPOSES: 0 });
    expect(found.results).toEqual({
      count: 2,
      withSubject: 1,
      withBenchmark: 1,
      withMetric: 1,
      unlinked: 1,
    });
    expect(found.evidence).toBeNull();
  });

  it('says how entities hang together', () => {
    const { degrees, components } = stats(graph);
    expect(degrees).toEqual({
      mean: 1,
      median: 1,
      most: 2,
      distribution: [
        { from: 0, to: 0, entities: 1 },
        { from: 1, to: 1, entities: 2 },
        { from: 2, to: 2, entities: 1 },
      ],
    });
    expect(components).toEqual({ count: 2, largest: 3, alone: 1 });
  });

  it('has numbers for any number of things that nothing joins', () => {
    const graph = createKnowledgeGraph();
    const amount = 130_000;
    for (let at = 0; at < amount; at += 1) graph.addNode(`m${at}`, ALONE);
    expect(stats(graph).components).toEqual({ count: amount, largest: 1, alone: amount });
  });

  it('has numbers for an empty graph', () => {
    expect(stats(literature())).toMatchObject({
      papers: { count: 0, first: null },
      degrees: { mean: 0, median: 0, most: 0 },
      components: { count: 0, largest: 0 },
      betweenness: { top: [], isExact: true },
    });
  });
});

describe('evidenceCoverage(graph, textOf)', () => {
  const paper = scored('1', 'Alpha', '81');
  const graph = literature(paper);

  it('finds the words behind every claim', () => {
    const found = evidenceCoverage(graph, (_, field) => paper.document[field]);
    expect(found).toEqual({ claims: 7, shown: 7, things: 4, shownThings: 4, missing: [] });
  });

  it('names what shows none', () => {
    const found = evidenceCoverage(graph, () => 'Too short');
    expect(found).toMatchObject({ claims: 7, shown: 1, things: 4, shownThings: 1 });
    expect(found.missing).toContain('math');
  });
});
