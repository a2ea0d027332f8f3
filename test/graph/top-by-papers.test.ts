import { describe, expect, it } from 'vitest';
import type { EdgeLine, EdgeType, NodeLine } from '../../graph/schema.ts';
import { topByPapers } from '../../graph/top-by-papers.ts';

const entity = (key: string, papers: number): NodeLine => ({
  schema: 1,
  key,
  type: 'Method',
  name: key,
  aliases: [],
  papers,
  votes: { Method: papers },
  classTerm: false,
  statistics: [],
});
const paper = (id: string): NodeLine => ({
  schema: 1,
  key: `paper:${id}`,
  type: 'Paper',
  name: id,
  id,
});
const result = (key: string, id: string): NodeLine => ({
  schema: 1,
  key,
  type: 'Result',
  name: '1',
  paper: id,
  value: 1,
  unit: null,
  kind: 'absolute',
  qualifier: null,
  direction: null,
});
const edge = (source: string, type: EdgeType, target: string, id = '1'): EdgeLine => ({
  schema: 1,
  source,
  type,
  target,
  paper: id,
  field: 'text',
  start: 0,
  end: 1,
  by: 'test',
  confidence: 1,
});

const LINES = {
  nodes: [
    entity('a', 3),
    entity('b', 2),
    entity('c', 1),
    paper('1'),
    paper('2'),
    result('result:1#1', '1'),
    result('result:1#2', '1'),
    result('result:2#1', '2'),
  ],
  edges: [
    edge('a', 'OUTPERFORMS', 'b'),
    edge('a', 'OUTPERFORMS', 'c'),
    edge('paper:1', 'MENTIONS', 'a'),
    edge('paper:1', 'MENTIONS', 'c'),
    edge('paper:2', 'MENTIONS', 'c', '2'),
    edge('result:1#1', 'OF', 'a'),
    edge('result:1#1', 'REPORTED_IN', 'paper:1'),
    edge('result:1#2', 'OF', 'a'),
    edge('result:1#2', 'AGAINST', 'c'),
    edge('result:1#2', 'REPORTED_IN', 'paper:1'),
    edge('result:2#1', 'REPORTED_IN', 'paper:2', '2'),
  ],
};

describe('topByPapers(lines, most)', () => {
  it('keeps the entities of most papers with what is about nothing else', () => {
    const { nodes, edges } = topByPapers(LINES, 2);
    expect(nodes.map(({ key }) => key)).toEqual(['a', 'b', 'paper:1', 'result:1#1']);
    expect(edges.map(({ source, type, target }) => `${source} ${type} ${target}`)).toEqual([
      'a OUTPERFORMS b',
      'paper:1 MENTIONS a',
      'result:1#1 OF a',
      'result:1#1 REPORTED_IN paper:1',
    ]);
  });

  it('keeps everything where there is no more', () => {
    expect(topByPapers(LINES, 3)).toEqual(LINES);
  });

  it('takes the smaller key of entities with as many papers', () => {
    const nodes = [entity('y', 1), entity('x', 1), entity('z', 1)];
    expect(topByPapers({ nodes, edges: [] }, 2).nodes.map(({ key }) => key)).toEqual(['y', 'x']);
  });
});
