import { describe, expect, it } from 'vitest';
import { createCensus } from '../../graph/census.ts';
import { derive } from '../../graph/derive.ts';
import { find, paper } from './paper.ts';

const text = 'SimSD beats EAGLE-3 by 3.1.';
const FACTS = [
  paper('a', {
    text,
    entities: [
      ['SimSD', 'Method'],
      ['EAGLE-3', 'Method'],
    ],
    relations: [['SimSD', 'OUTPERFORMS', 'EAGLE-3']],
    results: [{ number: find(text, '3.1'), subject: 'SimSD' }],
  }),
  paper('b', {
    text: 'EAGLE-3 on C4.',
    entities: [
      ['EAGLE-3', 'Method'],
      ['C4', 'Dataset'],
    ],
  }),
];

describe('createCensus()', () => {
  it('counts the lines that pass by, and lets them pass', () => {
    const { nodes, edges } = derive(FACTS);
    const census = createCensus();
    expect([...census.nodes(nodes())]).toEqual([...nodes()]);
    expect([...census.edges(edges())]).toEqual([...edges()]);
    expect(census.counts).toEqual({
      nodes: 6,
      edges: 7,
      entities: { Method: 2, Model: 0, Benchmark: 0, Dataset: 1, Metric: 0, Task: 0 },
      relations: {
        PROPOSES: 0,
        EVALUATED_ON: 0,
        TRAINED_ON: 0,
        MEASURED_BY: 0,
        OUTPERFORMS: 1,
        COMPARED_WITH: 0,
        BUILDS_ON: 0,
        PART_OF: 0,
        ADDRESSES: 0,
      },
      results: 1,
      shared: 1,
    });
  });
});
