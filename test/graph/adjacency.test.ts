import { describe, expect, it } from 'vitest';
import { aggregateEdges } from '../../graph/adjacency.ts';
import { readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { EdgeLine, EdgeType, NodeLine } from '../../graph/schema.ts';

const node = (key: string): NodeLine => ({
  schema: 1,
  key,
  type: 'Method',
  name: key,
  aliases: [],
  papers: 1,
  votes: { Method: 1 },
  classTerm: false,
  statistics: [],
});
const edge = (source: string, type: EdgeType, target: string, paper: string): EdgeLine => ({
  schema: 1,
  source,
  type,
  target,
  paper,
  field: 'text',
  start: 0,
  end: 1,
  by: 'test',
  confidence: 1,
});

describe('aggregateEdges(graph)', () => {
  it('makes one edge of the claims of one type between two nodes and counts their papers', () => {
    const graph = readKnowledgeGraph(
      [node('a'), node('b')],
      [
        edge('a', 'OUTPERFORMS', 'b', '1'),
        edge('a', 'OUTPERFORMS', 'b', '2'),
        edge('a', 'BUILDS_ON', 'b', '2'),
        edge('b', 'OUTPERFORMS', 'a', '3'),
      ],
    );
    expect(aggregateEdges(graph)).toEqual([
      { source: 'a', type: 'BUILDS_ON', target: 'b', papers: 1 },
      { source: 'a', type: 'OUTPERFORMS', target: 'b', papers: 2 },
      { source: 'b', type: 'OUTPERFORMS', target: 'a', papers: 1 },
    ]);
  });

  it('counts a paper once, however often it says so', () => {
    const graph = readKnowledgeGraph([node('a'), node('b')], []);
    for (const start of [0, 10]) {
      graph.addDirectedEdge('a', 'b', {
        type: 'OUTPERFORMS',
        paper: '1',
        field: 'text',
        start,
        end: start + 5,
        by: 'test',
        confidence: 1,
      });
    }
    expect(aggregateEdges(graph)).toEqual([
      { source: 'a', type: 'OUTPERFORMS', target: 'b', papers: 1 },
    ]);
  });

  it('keeps nodes apart whose keys hold spaces', () => {
    const graph = readKnowledgeGraph(
      [node('a b'), node('a'), node('b c'), node('c')],
      [edge('a', 'PART_OF', 'b c', '1'), edge('a b', 'PART_OF', 'c', '1')],
    );
    expect(aggregateEdges(graph)).toHaveLength(2);
  });
});
