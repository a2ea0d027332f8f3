import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedGraph, openEmbedded } from '../../../graph/cypher/embedded.ts';
import { derive } from '../../../graph/derive.ts';
import { toPropertyGraph } from '../../../graph/property-graph/property-graph.ts';
import { find, paper } from '../paper.ts';

const text = 'SimSD beats EAGLE by 3 points and reaches 31.5 accuracy on MATH.';
const facts = paper('2601.00001', {
  text,
  date: '2026-01-05',
  entities: [
    ['SimSD', 'Method'],
    ['EAGLE', 'Model', 'Eagle \\"one"'],
    ['MATH', 'Benchmark'],
    ['accuracy', 'Metric'],
  ],
  relations: [['SimSD', 'OUTPERFORMS', 'EAGLE']],
  results: [
    { number: find(text, '31.5'), subject: 'SimSD', benchmark: 'MATH', metric: 'accuracy' },
    { number: find(text, '3'), kind: 'gain', unit: 'points', subject: 'SimSD', baseline: 'EAGLE' },
  ],
});

let graph: EmbeddedGraph;
beforeAll(async () => {
  const documents = new Map([[facts.id, facts.document]]);
  graph = await openEmbedded(toPropertyGraph(derive([facts]).graph, documents));
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('ask(text, parameters)', () => {
  it('gives names and values', async () => {
    expect(
      await graph.ask(
        'MATCH (r:Result)-[:OF]->(m:Method) RETURN m.name, r.value, r.unit ORDER BY r.value',
      ),
    ).toEqual({
      columns: ['m.name', 'r.value', 'r.unit'],
      rows: [
        ['SimSD', 3, 'points'],
        ['SimSD', 31.5, null],
      ],
    });
  });

  it('gives nodes, lists and claims with their sentences', async () => {
    const { rows } = await graph.ask(
      'MATCH (m:Method)-[r:OUTPERFORMS]->(e:Method|Model) RETURN e.aliases, r.sentence, r.date, r.confidence, r.`end`',
    );
    expect(rows).toEqual([[['Eagle \\"one"'], text, '2026-01-05', 0.8, text.length]]);
    const whole = await graph.ask('MATCH (m:Benchmark) RETURN m');
    expect(whole.rows).toEqual([
      [expect.objectContaining({ label: 'Benchmark', key: 'math', name: 'MATH', papers: 1 })],
    ]);
  });

  it('takes parameters', async () => {
    const { rows } = await graph.ask('MATCH (r:Result) WHERE r.value > $least RETURN r.name', {
      least: 10,
    });
    expect(rows).toEqual([['31.5']]);
    expect(
      (await graph.ask('RETURN $names AS names, $flag AS flag', { names: ['a', 'b'], flag: true }))
        .rows,
    ).toEqual([[['a', 'b'], true]]);
  });

  it('knows types of which the graph has none', async () => {
    expect((await graph.ask('MATCH (d:Dataset)<-[:TRAINED_ON]-(m) RETURN d.name')).rows).toEqual(
      [],
    );
  });

  it.each([
    ['MATCH (m:Method) RETRN m', /not understood here\n {2}MATCH .*\n {2} +\^/],
    ['MATCH (m:Method)\nRETURN m.nope', /Cannot find property nope.*\n {2}RETURN m\.nope\n {11}\^/],
    ['MATCH (m:Metod) RETURN m', /Metod does not exist.*\n {2}MATCH \(m:Metod\).*\n {11}\^/],
    ['RETURN x', /Variable x is not in scope.*\n {2}RETURN x\n {9}\^/],
  ])('shows the place of an error in %j', async (query, message) => {
    const error = await graph.ask(query).catch((thrown) => thrown);
    expect(error.illustrated).toMatch(message);
  });

  it('answers after an error', async () => {
    await expect(graph.ask('RETURN nope')).rejects.toThrow();
    expect((await graph.ask('RETURN 1 AS one')).rows).toEqual([[1]]);
  });
});
