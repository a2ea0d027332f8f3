import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { edgeKey, edgeLines, nodeLines } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import { type Extraction, edgeLine, nodeLine } from '../../graph/schema.ts';
import { find, paper } from './paper.ts';

const simsd = 'We propose SimSD, which reaches 31.6 on MATH-500 and beats EAGLE-3.';
const first = paper('2601.00001', {
  text: simsd,
  title: 'Fast decoding',
  date: '2026-01-02',
  entities: [
    ['SimSD', 'Method'],
    ['MATH-500', 'Benchmark'],
    ['EAGLE-3', 'Method'],
  ],
  relations: [
    ['Paper', 'PROPOSES', 'SimSD'],
    ['SimSD', 'EVALUATED_ON', 'MATH-500'],
    ['SimSD', 'OUTPERFORMS', 'EAGLE-3'],
  ],
  results: [{ number: find(simsd, '31.6'), subject: 'SimSD', benchmark: 'MATH-500', unit: '%' }],
});
const second = paper('2602.00002', {
  text: 'Math 500 and the model EAGLE-3; the task of maths.',
  date: '2026-02-03',
  entities: [
    ['Math 500', 'Dataset'],
    ['EAGLE-3', 'Model'],
  ],
});

describe('derive(facts)', () => {
  it('makes a node of each paper, entity and result', () => {
    const { graph } = derive([first]);
    expect(graph.nodes().sort()).toEqual([
      'eagle3',
      'math500',
      'paper:2601.00001',
      'result:2601.00001#32',
      'simsd',
    ]);
  });

  it('sorts edges by their keys, whatever the ids of papers hold', () => {
    const ids = ['a', 'a b', 'a\tb', 'ab', 'a%20b', 'a!', 'a@b'];
    const facts = ids.map((id) => paper(id, { text: 'Adam', entities: [['Adam', 'Method']] }));
    const keys = [...derive(facts).edges()].map((edge) => edgeKey(edge.source, edge, edge.target));
    expect(keys).toHaveLength(ids.length);
    expect(keys).toEqual([...keys].sort());
  });

  it('makes an edge of each claim, with its place in the paper', () => {
    const { graph } = derive([first]);
    expect(graph.getEdgeAttributes('simsd OUTPERFORMS eagle3 2601.00001')).toEqual({
      type: 'OUTPERFORMS',
      paper: '2601.00001',
      field: 'text',
      start: 0,
      end: simsd.length,
      by: 'model',
      confidence: 0.8,
    });
    expect(graph.hasEdge('paper:2601.00001 PROPOSES simsd 2601.00001')).toBe(true);
  });

  it('mentions each entity at its places', () => {
    const { graph } = derive([first]);
    const place = find(simsd, 'EAGLE-3');
    const edge = graph.getEdgeAttributes('paper:2601.00001 MENTIONS eagle3 2601.00001');
    expect(edge).toMatchObject({ ...place, places: [place] });
  });

  it('joins a result to what it is about and to its paper', () => {
    const { graph } = derive([first]);
    const result = 'result:2601.00001#32';
    expect(graph.getNodeAttribute(result, 'name')).toBe('31.6 %');
    expect(
      graph.mapOutEdges(result, (_, { type }, __, target) => `${type} ${target}`).sort(),
    ).toEqual(['OF simsd', 'ON math500', 'REPORTED_IN paper:2601.00001']);
  });

  it('shows a number with the zeros that its paper writes, and keeps its value', () => {
    const text = 'We reach 52.0 overall.';
    const { graph } = derive([paper('x', { text, results: [{ number: find(text, '52.0') }] })]);
    expect(graph.getNodeAttributes('result:x#9')).toMatchObject({ name: '52.0', value: 52 });
  });

  it('takes the paper for the subject of a result that names none', () => {
    const text = 'We reach 42 overall.';
    const { graph } = derive([paper('x', { text, results: [{ number: find(text, '42') }] })]);
    expect(graph.hasEdge('result:x#9 OF paper:x x')).toBe(true);
  });

  it('joins names of several papers by spelling, votes on the type and logs it', () => {
    const { graph, merges } = derive([second, first]);
    expect(graph.getNodeAttributes('math500')).toEqual({
      type: 'Benchmark',
      name: 'MATH-500',
      aliases: ['Math 500'],
      papers: 2,
      firstSeen: '2026-01-02',
      votes: { Benchmark: 1, Dataset: 1 },
      classTerm: false,
      statistics: [],
    });
    expect(graph.getNodeAttribute('eagle3', 'type')).toBe('Method');
    expect(
      [...merges()].map(({ key, rules, members }) => [
        key,
        rules,
        members.map(({ paper }) => paper),
      ]),
    ).toEqual([
      ['eagle3', ['spelling'], ['2601.00001', '2602.00002']],
      ['math500', ['spelling'], ['2601.00001', '2602.00002']],
    ]);
  });

  it('gives an entity its greatest salience, and none where nobody has said', () => {
    const rated = (facts: Extraction, salience: number): Extraction => ({
      ...facts,
      entities: facts.entities.map((entity) => ({ ...entity, salience })),
    });
    const { graph } = derive([rated(first, 0.4), rated(second, 0.9)]);
    expect(graph.getNodeAttributes('math500')).toMatchObject({ salience: 0.9 });
    expect(graph.getNodeAttributes('simsd')).toMatchObject({ salience: 0.4 });
    expect(derive([first]).graph.getNodeAttributes('simsd')).not.toHaveProperty('salience');
  });

  it('keeps one spelling of two type groups apart; the earliest has the bare key', () => {
    const metric = paper('late', {
      text: 'CLIP is our metric.',
      date: '2026-03-01',
      entities: [['CLIP', 'Metric']],
    });
    const model = paper('early', {
      text: 'CLIP is our model.',
      date: '2026-01-01',
      entities: [['CLIP', 'Model']],
    });
    const { graph } = derive([metric, model]);
    expect(graph.getNodeAttribute('clip', 'type')).toBe('Model');
    expect(graph.getNodeAttribute('clip@late', 'type')).toBe('Metric');
  });

  it('gives every thing a key of its own, whatever the ids of the papers', () => {
    const text = 'Recall and Recall@10';
    const papers = ['10', 'b'].map((id) =>
      paper(id, {
        text,
        entities: [
          ['Recall', id === '10' ? 'Task' : 'Metric'],
          ['Recall@10', 'Metric'],
        ],
        ...(id === 'b' ? { date: '2020-01-01' } : {}),
      }),
    );
    expect(
      derive(papers)
        .graph.nodes()
        .filter((key) => key.startsWith('recall')),
    ).toEqual(['recall', 'recall@10', 'recall@10@task']);
  });

  it('takes names that mean something to every object', () => {
    const names = ['constructor', '__proto__', 'toString'] as const;
    const { graph } = derive([
      paper('constructor', {
        text: names.join(' '),
        entities: names.map((name) => [name, 'Method'] as const),
        relations: [['constructor', 'BUILDS_ON', 'toString']],
      }),
    ]);
    expect(graph.order).toBe(4);
    expect(Object.keys(layOut(graph).positions)).toHaveLength(4);
  });

  it('never joins versions, sizes or suffixes', () => {
    const papers = [
      'GPT-5.4',
      'GPT-5.1',
      'Qwen3-8B',
      'Qwen3-72B',
      'OSWorld',
      'OSWorld-Verified',
    ].map((name, i) => paper(`p${i}`, { text: name, entities: [[name, 'Model']] }));
    expect([...derive(papers).merges()]).toEqual([]);
  });

  it('leads a variant to its family, by a rule and at the place of its name', () => {
    const text = 'Qwen3 and Qwen3-8B.';
    const entities = [
      ['Qwen3', 'Model'],
      ['Qwen3-8B', 'Model'],
    ] as const;
    const { graph } = derive([paper('x', { text, entities })]);
    expect(graph.getEdgeAttributes('qwen3-8b VARIANT_OF qwen3 x')).toEqual({
      type: 'VARIANT_OF',
      by: 'name:size',
      confidence: 1,
      paper: 'x',
      ...find(text, 'Qwen3-8B'),
    });
  });

  it('leaves a part what its paper calls a part', () => {
    const { graph } = derive([
      paper('x', {
        text: 'MMVIAD-Unseen is a split of MMVIAD.',
        entities: [
          ['MMVIAD', 'Benchmark'],
          ['MMVIAD-Unseen', 'Benchmark'],
        ],
        relations: [['MMVIAD-Unseen', 'PART_OF', 'MMVIAD']],
      }),
    ]);
    const types = graph.mapDirectedEdges('mmviadunseen', 'mmviad', (_, { type }) => type);
    expect(types).toEqual(['PART_OF']);
  });

  it('shows a paper without a title under its main contribution', () => {
    const { title: _, ...untitled } = first.document;
    const { graph } = derive([{ ...first, document: untitled }]);
    expect(graph.getNodeAttribute('paper:2601.00001', 'name')).toBe('SimSD');
  });

  it('gives lines that its own schema accepts', () => {
    const { nodes, edges } = derive([first, second]);
    for (const line of nodes()) expect(nodeLine.parse(line)).toEqual(line);
    for (const line of edges()) expect(edgeLine.parse(line)).toEqual(line);
  });

  it('gives its lines in the order of their keys, each time anew', () => {
    const odd = paper('x y', { text: 'SimSD has 42% and 7%', entities: [['SimSD', 'Method']] });
    const numbers = ['42', '7'].map((number) => ({ number: find(odd.document.text, number) }));
    const { graph, nodes, edges } = derive([
      first,
      second,
      ...sameNames(),
      paper('x y', { text: odd.document.text, results: numbers }),
    ]);
    expect([...nodes()]).toEqual([...nodeLines(graph)]);
    expect([...edges()]).toEqual([...edgeLines(graph)]);
    expect([...edges()]).toHaveLength(graph.size);
  });

  it('does not depend on the order of the papers', () => {
    const papers = [first, second, ...sameNames()];
    const write = (facts: readonly Extraction[]) => {
      const { nodes, edges, merges } = derive(facts);
      return JSON.stringify([[...nodes()], [...edges()], [...merges()]]);
    };
    const expected = write(papers);
    fc.assert(
      fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (shuffled) => {
        expect(write(shuffled)).toBe(expected);
      }),
    );
  });
});

function sameNames(): Extraction[] {
  const types = ['Method', 'Metric', 'Task', 'Model'] as const;
  return types.map((type, i) =>
    paper(`same-${i}`, { text: 'SimSD', entities: [['SimSD', type]], relations: [] }),
  );
}
