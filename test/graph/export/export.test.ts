import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../graph/derive.ts';
import { toEdgesCsv } from '../../../graph/export/edges.ts';
import { toJson } from '../../../graph/export/json.ts';
import { createKnowledgeGraph, edgeLines, nodeLines } from '../../../graph/knowledge-graph.ts';
import { find, paper } from '../paper.ts';

const text = 'A, "B" beats C by 31.6 on A.';
const sketch = {
  text,
  entities: [
    ['A, "B"', 'Method'],
    ['C', 'Model'],
  ],
  relations: [['A, "B"', 'OUTPERFORMS', 'C']],
  results: [{ number: find(text, '31.6'), subject: 'C' }],
} as const;
const { graph } = derive([paper('one', sketch), paper('two 2', sketch)]);

describe('toJson(graph)', () => {
  it('is what graphology reads back as the same graph', () => {
    const written = JSON.parse([...toJson(graph)].join(''));
    const read = MultiDirectedGraph.from(written) as typeof graph; // the attributes are compared below
    expect([...nodeLines(read)]).toEqual([...nodeLines(graph)]);
    expect([...edgeLines(read)]).toEqual([...edgeLines(graph)]);
    expect(read.edges().sort()).toEqual(graph.edges().sort());
  });

  it('writes an empty graph', () => {
    expect(JSON.parse([...toJson(createKnowledgeGraph())].join(''))).toMatchObject({
      nodes: [],
      edges: [],
    });
  });
});

describe('toEdgesCsv(graph)', () => {
  const rows: Record<string, string>[] = parse([...toEdgesCsv(graph)].join(''), { columns: true });

  it('has one row for all papers that say the same', () => {
    const { source, type, target, papers } = rows.find((row) => row.type === 'OUTPERFORMS') ?? {};
    expect([source, type, target, papers]).toEqual(['ab', 'OUTPERFORMS', 'c', '2']);
  });

  it('begins with its header and holds every claim', () => {
    expect([...toEdgesCsv(graph)][0]).toBe('source,target,type,papers\n');
    expect(rows.reduce((sum, { papers }) => sum + Number(papers), 0)).toBe(graph.size);
  });

  it('quotes what holds commas and quotes', () => {
    const odd = derive([paper('x,"y"', { text: 'C', entities: [['C', 'Model']] })]).graph;
    expect([...toEdgesCsv(odd)].join('')).toContain('"paper:x,""y""",c,MENTIONS,1\n');
  });
});
