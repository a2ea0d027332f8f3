import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../graph/derive.ts';
import { UsageError } from '../../../graph/errors.ts';
import { filterGraph } from '../../../graph/filter/filter-graph.ts';
import { type GraphFilter, graphFilter } from '../../../graph/filter/graph-filter.ts';
import { edgeLines, nodeLines } from '../../../graph/knowledge-graph.ts';
import { EDGE_TYPES, NODE_TYPES } from '../../../graph/schema.ts';
import { find, paper } from '../paper.ts';

const text = 'SimSD reaches 31.6 on OSWorld, beats EAGLE and is fast at GUI tasks';
const { graph } = derive([
  paper('old', {
    text,
    date: '2026-01-31',
    entities: [
      ['SimSD', 'Method'],
      ['EAGLE', 'Method'],
      ['OSWorld', 'Benchmark'],
      ['GUI tasks', 'Task'],
    ],
    relations: [
      ['SimSD', 'OUTPERFORMS', 'EAGLE'],
      ['SimSD', 'EVALUATED_ON', 'OSWorld'],
      ['SimSD', 'ADDRESSES', 'GUI tasks'],
    ],
    results: [{ number: find(text, '31.6'), subject: 'SimSD', benchmark: 'OSWorld' }],
  }),
  paper('new', {
    text: 'Qwen3-8B, a Qwen3, is tested on OSWorld',
    date: '2026-03-01',
    entities: [
      ['Qwen3-8B', 'Model'],
      ['Qwen3', 'Model'],
      ['OSWorld', 'Benchmark'],
    ],
    relations: [['Qwen3-8B', 'EVALUATED_ON', 'OSWorld']],
  }),
  paper('undated', { text: 'EAGLE', entities: [['EAGLE', 'Method']] }),
]);

const nodesOf = (filter: GraphFilter) => filterGraph(graph, filter).graph.nodes().sort();
const edgesOf = (filter: GraphFilter) => filterGraph(graph, filter).graph.edges().sort();

describe('filterGraph(graph, filter)', () => {
  it('gives the graph itself where nothing is asked for', () => {
    expect(filterGraph(graph, {})).toEqual({ graph, taken: [] });
    expect(filterGraph(graph, {}).graph).toBe(graph);
  });

  it.each([
    [{ since: '2026-02' }, ['osworld', 'paper:new', 'qwen3', 'qwen3-8b']],
    [{ since: '2026-03-01' }, ['osworld', 'paper:new', 'qwen3', 'qwen3-8b']],
    [{ since: '2026-03-02' }, []],
    [{ until: '2025' }, []],
    [{ since: '2026-03', until: '2026' }, ['osworld', 'paper:new', 'qwen3', 'qwen3-8b']],
    [{ until: '2026-01' }, ['eagle', 'guitask', 'osworld', 'paper:old', 'result:old#14', 'simsd']],
    [{ types: ['Method', 'Benchmark'] }, ['eagle', 'osworld', 'simsd']],
    [{ types: ['Method'], relations: ['EVALUATED_ON'] }, []],
    [{ relations: ['OUTPERFORMS', 'VARIANT_OF'] }, ['eagle', 'qwen3', 'qwen3-8b', 'simsd']],
    [{ minPapers: 2 }, ['eagle', 'osworld', 'paper:new', 'paper:old', 'paper:undated']],
    [{ minPapers: 2, since: '2026-03' }, ['osworld', 'paper:new']],
    [{ around: 'EAGLE', depth: 0 }, ['eagle']],
    [{ around: 'EAGLE' }, ['eagle', 'paper:old', 'paper:undated', 'simsd']],
    [
      { around: 'osworld', types: ['Method', 'Model', 'Benchmark'], depth: 2 },
      ['eagle', 'osworld', 'qwen3', 'qwen3-8b', 'simsd'],
    ],
    [{ around: 'osworld', types: ['Task'] }, []],
    [{ around: 'guitask', relations: ['OUTPERFORMS'] }, ['guitask']],
  ] satisfies [GraphFilter, string[]][])('%j leaves %j', (filter, keys) => {
    expect(nodesOf(filter)).toEqual(keys);
  });

  it('reaches what a number is about in the step that reaches the number', () => {
    expect(nodesOf({ around: 'osworld', types: ['Benchmark', 'Result', 'Method'] })).toEqual([
      'osworld',
      'result:old#14',
      'simsd',
    ]);
    expect(nodesOf({ around: 'result:old#14' })).toEqual([
      'osworld',
      'paper:old',
      'result:old#14',
      'simsd',
    ]);
  });

  it('takes a number away with what it is about', () => {
    expect(nodesOf({ minPapers: 2 })).not.toContain('result:old#14');
  });

  it('keeps no claim of a paper out of time, but what names say of their families', () => {
    expect(edgesOf({ since: '2026-03' })).toEqual([
      'paper:new MENTIONS osworld new',
      'paper:new MENTIONS qwen3 new',
      'paper:new MENTIONS qwen3-8b new',
      'qwen3-8b EVALUATED_ON osworld new',
      'qwen3-8b VARIANT_OF qwen3 new',
    ]);
  });

  it('says how much each condition took', () => {
    expect(filterGraph(graph, { types: ['Method'], minPapers: 2 }).taken).toEqual([
      { condition: 'minPapers', nodes: 5, edges: 12 },
      { condition: 'types', nodes: 4, edges: 4 },
    ]);
  });

  it('names what comes near where there is no such node', () => {
    const look = (around: string) => () => filterGraph(graph, { around });
    expect(look('OSWrld')).toThrow(
      new UsageError('there is no node "OSWrld"; the nearest are "OSWorld"'),
    );
    expect(look('qwen3-8')).toThrow(/the nearest are "Qwen3-8B", "Qwen3"$/);
    expect(look('nothing like it')).toThrow(/nor a name that comes near/);
  });

  it('takes the id of a paper for its node', () => {
    expect(nodesOf({ around: 'undated' })).toEqual(['eagle', 'paper:undated']);
  });

  it('leaves a part of the graph as it was, and the graph itself untouched', () => {
    const lines = [...nodeLines(graph), ...edgeLines(graph)].map((line) => JSON.stringify(line));
    const anyOf = <T>(names: readonly T[]) => fc.subarray([...names], { minLength: 1 });
    const anything = fc.record(
      {
        since: fc.constantFrom('2025', '2026-02', '2026-03-02'),
        until: fc.constantFrom('2025', '2026-01', '2026'),
        minPapers: fc.integer({ min: 1, max: 3 }),
        types: anyOf(NODE_TYPES),
        relations: anyOf(EDGE_TYPES),
        around: fc.constantFrom(...graph.nodes()),
        depth: fc.integer({ min: 0, max: 3 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (filter) => {
        const { graph: part, taken } = filterGraph(graph, filter);
        const left = [...nodeLines(part), ...edgeLines(part)].map((line) => JSON.stringify(line));
        expect(lines).toEqual(expect.arrayContaining(left));
        const gone = taken.reduce((sum, { nodes, edges }) => sum + nodes + edges, 0);
        expect(left.length + gone).toBe(lines.length);
      }),
    );
    const after = [...nodeLines(graph), ...edgeLines(graph)].map((line) => JSON.stringify(line));
    expect(after).toEqual(lines);
  });
});

describe('graphFilter', () => {
  it.each(['2026', '2026-03', '2026-03-14'])('takes %s for a date', (since) => {
    expect(graphFilter.parse({ since })).toEqual({ since });
  });

  it.each(['20', '2026-13', '2026-02-30', '2026-3', '2026-03-14T00:00', ''])(
    'takes %j for none',
    (since) => {
      expect(graphFilter.safeParse({ since }).success).toBe(false);
    },
  );
});
