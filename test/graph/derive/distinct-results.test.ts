import { describe, expect, it } from 'vitest';
import { derive } from '../../../graph/derive.ts';
import { edgeLines, nodeLines } from '../../../graph/knowledge-graph.ts';
import type { ExtractedResult, Extraction } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';

const text = 'Alpha and Beta reach an accuracy, an AUC and an F1 (F1 score) of 97.8 % on MATH.';
const place = find(text, '97.8');
const KEY = `result:x#${place.start}`;

const saying = (...results: readonly Partial<ExtractedResult>[]): Extraction =>
  paper('x', {
    text,
    entities: [
      ['Alpha', 'Method'],
      ['Beta', 'Method'],
      ['accuracy', 'Metric'],
      ['AUC', 'Metric'],
      ['F1', 'Metric'],
      ['F1 score', 'Metric'],
      ['MATH', 'Benchmark'],
    ],
    results: results.map((result) => ({ number: place, unit: '%', subject: 'Alpha', ...result })),
  });

/** What each result of a graph is about: `result:x#65 OF alpha MEASURES accuracy`. */
const resultsIn = ({ graph }: ReturnType<typeof derive>) =>
  graph
    .filterNodes((_, { type }) => type === 'Result')
    .map((key) => {
      const ends = graph.mapOutEdges(key, (_, { type }, __, end) => `${type} ${end}`);
      return [key, ...ends.filter((end) => !end.startsWith('REPORTED_IN')).sort()].join(' ');
    });

describe('derive(facts), of a number that is said of several things', () => {
  it('makes a result of each, in the order of the facts', () => {
    const facts = saying({ metric: 'F1' }, { metric: 'accuracy' }, { metric: 'AUC' });
    expect(resultsIn(derive([facts]))).toEqual([
      `${KEY} MEASURES f1 OF alpha`,
      `${KEY}.2 MEASURES accuracy OF alpha`,
      `${KEY}.3 MEASURES auc OF alpha`,
    ]);
  });

  it.each<readonly [string, Partial<ExtractedResult>]>([
    ['a subject', { subject: 'Beta' }],
    ['no subject', { subject: null }],
    ['a metric', { metric: 'AUC' }],
    ['a benchmark', { benchmark: 'MATH' }],
    ['a baseline', { baseline: 'Beta' }],
    ['a value', { value: 97 }],
    ['a unit', { unit: 'points' }],
    ['a kind', { kind: 'gain' }],
  ])('tells results apart by %s', (_, other) => {
    const { graph } = derive([saying({}, other)]);
    expect([graph.hasNode(KEY), graph.hasNode(`${KEY}.2`)]).toEqual([true, true]);
  });

  it('counts what is said once more once', () => {
    const facts = saying({ metric: 'F1' }, { metric: 'F1', by: 'rule' }, { metric: 'AUC' });
    expect(resultsIn(derive([facts]))).toEqual([
      `${KEY} MEASURES f1 OF alpha`,
      `${KEY}.2 MEASURES auc OF alpha`,
    ]);
  });

  it('counts what is said by two names of one thing once', () => {
    const facts = saying({ metric: 'F1' }, { metric: 'F1 score' });
    expect(resultsIn(derive([facts]))).toEqual([`${KEY} MEASURES f1 OF alpha`]);
  });

  it('reports each at the place of the number', () => {
    const { graph } = derive([saying({ metric: 'F1' }, { metric: 'AUC' })]);
    const places = [KEY, `${KEY}.2`].map((key) =>
      graph.getEdgeAttribute(`${key} REPORTED_IN paper:x x`, 'places'),
    );
    expect(places).toEqual([[place], [place]]);
  });

  it('gives its lines in the order of their keys', () => {
    const values = Array.from({ length: 12 }, (_, value) => ({ value }));
    const { graph, nodes, edges } = derive([saying(...values)]);
    const keys = [...nodes()].map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('result:'))).toHaveLength(12);
    expect(keys).toEqual([...keys].sort());
    expect([...nodes()]).toEqual([...nodeLines(graph)]);
    expect([...edges()]).toEqual([...edgeLines(graph)]);
  });
});
