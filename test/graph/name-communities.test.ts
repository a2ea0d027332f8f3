import { describe, expect, it } from 'vitest';
import { createKnowledgeGraph, type KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { nameCommunities } from '../../graph/name-communities.ts';
import type { EdgeType, EntityType } from '../../graph/schema.ts';

const place = { field: 'text', start: 0, end: 1, by: 'test', confidence: 1 } as const;

/** A graph of entities, `{ planning: 'Task' }`, of the claims `planner ADDRESSES planning` or, of another paper, `planner ADDRESSES planning b`, and of one paper `paper:a`. */
function graphOf(
  entities: Readonly<Record<string, EntityType>>,
  claims: readonly string[],
): KnowledgeGraph {
  const graph = createKnowledgeGraph();
  graph.addNode('paper:a', { type: 'Paper', name: 'A', id: 'a' });
  for (const [name, type] of Object.entries(entities)) {
    const votes = { [type]: 1 };
    graph.addNode(name, {
      ...{ type, name, aliases: [], papers: 1, votes, classTerm: false, statistics: [] },
    });
  }
  for (const claim of claims) {
    const [source, type, target, paper = 'a'] = claim.split(' ');
    // What the tests write are types.
    graph.addDirectedEdge(source, target, { type: type as EdgeType, paper, ...place });
  }
  return graph;
}

const nameOf = (
  entities: Readonly<Record<string, EntityType>>,
  claims: readonly string[] = [],
): string | undefined =>
  nameCommunities(graphOf(entities, claims), [['paper:a', ...Object.keys(entities)]])[0]?.name;

describe('nameCommunities(graph, communities)', () => {
  it('names one by its task and by what is tied to most others inside', () => {
    const entities = { ant: 'Method', bee: 'Model', cat: 'Benchmark', planning: 'Task' } as const;
    const claims = ['cat ADDRESSES planning', 'bee EVALUATED_ON cat'];
    expect(nameOf(entities, claims)).toBe('planning: cat, bee, ant');
  });

  it.each([
    [{ ant: 'Method', planning: 'Task' }, 'planning'],
    [{ ant: 'Method', bee: 'Method', cat: 'Method' }, 'ant, bee'],
  ] as const)('says in short what one is about: %j', (entities, topic) => {
    const graph = graphOf(entities, []);
    expect(nameCommunities(graph, [Object.keys(entities)])[0]?.topic).toBe(topic);
  });

  it('puts members with most ties first, then those of the smaller key, and no papers', () => {
    const graph = graphOf({ ant: 'Method', bee: 'Model', cat: 'Method' }, ['cat BUILDS_ON bee']);
    const [community] = nameCommunities(graph, [['ant', 'bee', 'cat', 'gone', 'paper:a']]);
    expect(community?.members).toEqual(['bee', 'cat', 'ant']);
  });

  it('does not count what leads to another community, or that a paper proposes it', () => {
    const entities = { ant: 'Method', bee: 'Method', cat: 'Method', dog: 'Method' } as const;
    const claims = ['ant BUILDS_ON dog', 'paper:a PROPOSES ant', 'bee BUILDS_ON cat'];
    const [community] = nameCommunities(graphOf(entities, claims), [
      ['ant', 'bee', 'cat', 'paper:a'],
      ['dog'],
    ]);
    expect(community?.members).toEqual(['bee', 'cat', 'ant']);
  });

  it('puts what two papers say before what one says three times', () => {
    const entities = {
      ant: 'Method',
      bee: 'Method',
      cat: 'Method',
      adverts: 'Task',
      planning: 'Task',
    } as const;
    const claims = [
      'ant ADDRESSES adverts',
      'bee ADDRESSES adverts',
      'cat ADDRESSES adverts',
      'ant ADDRESSES planning',
      'bee ADDRESSES planning b',
    ];
    expect(nameOf(entities, claims)).toMatch(/^planning: /);
  });

  it('counts what a number is about', () => {
    const graph = graphOf({ ant: 'Method', bee: 'Benchmark', cat: 'Method' }, []);
    graph.addNode('result:a#1', {
      ...{ type: 'Result', name: '1', value: 1, unit: null, kind: 'absolute', paper: 'a' },
      ...{ qualifier: null, direction: null },
    });
    for (const [type, target] of [
      ['OF', 'cat'],
      ['ON', 'bee'],
    ] as const) {
      graph.addDirectedEdge('result:a#1', target, { type, paper: 'a', ...place });
    }
    const [community] = nameCommunities(graph, [['ant', 'bee', 'cat']]);
    expect(community?.members).toEqual(['bee', 'cat', 'ant']);
  });

  it.each([
    [{ accuracy: 'Metric', bee: 'Method' }, 'bee'],
    [{ accuracy: 'Metric', planning: 'Task' }, 'planning'],
    [{ accuracy: 'Metric', F1: 'Metric' }, 'F1, accuracy'],
  ] as const)('lets metrics name only what has nothing else: %j', (entities, name) => {
    expect(nameOf(entities)).toBe(name);
  });
});
