import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../graph/derive.ts';
import { toAdjacencyList } from '../../../graph/export/adjacency-list.ts';
import { toAdjacencyMatrix } from '../../../graph/export/adjacency-matrix.ts';
import { toBibtex } from '../../../graph/export/bibtex.ts';
import { toDot } from '../../../graph/export/dot.ts';
import { toEdgesCsv } from '../../../graph/export/edges.ts';
import { toEvidenceCsv } from '../../../graph/export/evidence.ts';
import { toGexf } from '../../../graph/export/gexf.ts';
import { toGraphml } from '../../../graph/export/graphml.ts';
import { toMatrixMarket } from '../../../graph/export/matrix-market.ts';
import { toNodesCsv } from '../../../graph/export/nodes.ts';
import { toResultsCsv } from '../../../graph/export/results.ts';
import { filterGraph } from '../../../graph/filter/filter-graph.ts';
import { createKnowledgeGraph } from '../../../graph/knowledge-graph.ts';
import { paper } from '../paper.ts';
import { claims, options, sample, textOf } from './sample.ts';

type Row = Record<string, string>;
const rowsOf = (pieces: Iterable<string>): Row[] => parse(textOf(pieces), { columns: true });
const empty = createKnowledgeGraph();

describe('toEdgesCsv(graph, options)', () => {
  it('writes one row for all papers that agree, and one a claim where it is asked to', () => {
    const agreed = rowsOf(toEdgesCsv(sample)).filter(({ type }) => type === 'OUTPERFORMS');
    expect(agreed).toEqual([
      { source: 'simsd', target: 'eagle', type: 'OUTPERFORMS', papers: '2' },
    ]);
    const single = rowsOf(toEdgesCsv(sample, claims)).filter(({ type }) => type === 'OUTPERFORMS');
    expect(single.map((row) => [row.paper, row.date])).toEqual([
      ['2601.00001', '2026-01-31'],
      ['paper two', '2026-03-01'],
    ]);
    expect(single[1]?.sentence).toContain('We test SimSD and EAGLE on OSWorld.\nSimSD beats');
  });

  it('gives a claim of a part the date of its paper', () => {
    const { graph } = filterGraph(sample, { types: ['Method'], relations: ['OUTPERFORMS'] });
    const dates = (whole: typeof sample) =>
      rowsOf(toEdgesCsv(graph, { claims: true, whole })).map(({ date }) => date);
    expect(dates(sample)).toEqual(['2026-01-31', '2026-03-01']);
    expect(dates(graph)).toEqual(['', '']);
  });

  it('joins what shares something, by an edge or by one number', () => {
    const project = { from: ['Method'], through: ['Benchmark'] } as const;
    expect(rowsOf(toEdgesCsv(sample, { project }))).toEqual([
      {
        source: 'eagle',
        target: 'simsd',
        type: 'SHARES_BENCHMARK',
        shared: '1',
        jaccard: '1',
        through: '["osworld"]',
      },
    ]);
    const { graph } = filterGraph(sample, { relations: ['ON', 'OF', 'AGAINST'] });
    expect(rowsOf(toEdgesCsv(graph, { project }))).toHaveLength(1);
  });

  it('weighs a projection by how much of all that both have they share', () => {
    const facts = [
      ['a', ['X', 'Y', 'Z']],
      ['b', ['X', 'Y']],
      ['c', ['Z']],
      ['d', []],
    ] as const;
    const { graph } = derive(
      facts.map(([name, benchmarks]) =>
        paper(name, {
          text: `${name}-method ${benchmarks.map((other) => `${other}-bench`).join(' ')}`,
          entities: [
            [`${name}-method`, 'Method'],
            ...benchmarks.map((other) => [`${other}-bench`, 'Benchmark'] as const),
          ],
          relations: benchmarks.map(
            (other) => [`${name}-method`, 'EVALUATED_ON', `${other}-bench`] as const,
          ),
        }),
      ),
    );
    const project = { from: ['Method'], through: ['Benchmark'] } as const;
    const rows = rowsOf(toEdgesCsv(graph, { project }));
    expect(rows.map((row) => [row.source, row.target, row.shared, row.jaccard])).toEqual([
      ['amethod', 'bmethod', '2', '0.6667'],
      ['amethod', 'cmethod', '1', '0.3333'],
    ]);
  });
});

describe('toNodesCsv(graph, options)', () => {
  it('writes lists as JSON and nothing for what is not there', () => {
    const rows = rowsOf(toNodesCsv(sample));
    expect(rows.find(({ key }) => key === 'paper:2601.00001')).toMatchObject({
      type: 'Paper',
      name: 'SimSD: <fast> & "good"',
      paper: '2601.00001',
      authors: '["Ada Lovelace","Zoë \\"Z\\" O\'Neil"]',
      papers: '',
    });
  });

  it('writes tabs', () => {
    expect(textOf(toNodesCsv(sample, { tsv: true }))).toMatch(/^key\ttype\tname\taliases\t/);
  });
});

describe('toResultsCsv(graph, options)', () => {
  const rows = rowsOf(toResultsCsv(sample, options));

  it('writes what a number is about and the words that say so', () => {
    expect(rows.find(({ value }) => value === '31.6')).toEqual({
      key: 'result:2601.00001#23',
      subject: 'simsd',
      subjectName: 'SimSD',
      benchmark: 'osworld',
      benchmarkName: 'OSWorld',
      metric: '',
      metricName: '',
      baseline: 'eagle',
      baselineName: 'EAGLE',
      value: '31.6',
      unit: '%',
      kind: 'absolute',
      qualifier: 'up to',
      direction: 'up',
      difference: 'points',
      setting: 'on OSWorld',
      shareOf: '',
      asRead: 'up to 31.6 %',
      paper: '2601.00001',
      title: 'SimSD: <fast> & "good"',
      date: '2026-01-31',
      sentence: expect.stringContaining('SimSD, "fast", reaches 31.6 on OSWorld.'),
      field: 'text',
      start: '23',
      end: '27',
      by: 'model',
      confidence: '0.7',
    });
  });

  it('writes a row for each thing that a number is said of, at its place', () => {
    const said = rows.filter(({ value }) => value === '-3');
    expect(said.map(({ key, subject, start }) => [key, subject, start])).toEqual([
      ['result:paper two#55', '', '55'],
      ['result:paper two#55.2', 'eagle', '55'],
    ]);
  });

  it('leaves empty what the text does not name, and a negative number a number', () => {
    const [row] = rowsOf(toResultsCsv(sample, { ...options, spreadsheet: true })).filter(
      ({ value }) => value === '-3',
    );
    expect([row?.subject, row?.subjectName, row?.benchmark]).toEqual(['', '', '']);
  });

  it('names all that a number is about, though a part holds less of it', () => {
    const { graph } = filterGraph(sample, { types: ['Result'] });
    const [row] = rowsOf(toResultsCsv(graph, { ...options, whole: sample }));
    expect(row).toMatchObject({ subject: 'simsd', benchmark: 'osworld', baseline: 'eagle' });
  });

  it('chooses numbers by what they are about', () => {
    const about = (...types: ('Benchmark' | 'Task')[]) =>
      rowsOf(toResultsCsv(sample, { ...options, about: types })).map(({ value }) => value);
    expect([about('Benchmark'), about('Task')]).toEqual([['31.6'], []]);
  });
});

describe('toEvidenceCsv(graph, options)', () => {
  it('writes a row for each place, with its very words', () => {
    const rows = rowsOf(toEvidenceCsv(sample, options));
    const places = sample.mapEdges((_, { places }) => places?.length ?? 1);
    expect(rows).toHaveLength(places.reduce((sum, count) => sum + count, 0));
    for (const { words = '', sentence } of rows) expect(sentence).toContain(words);
  });
});

describe('toAdjacencyList(graph, options)', () => {
  it('writes each node once, with each node that it leads to once', () => {
    const rows: string[][] = parse(textOf(toAdjacencyList(sample)), { relax_column_count: true });
    expect(rows.map(([key]) => key)).toEqual(sample.nodes().sort());
    expect(rows).toContainEqual(['simsd', 'eagle', 'osworld']);
    expect(rows).toContainEqual(['osworld']);
  });
});

describe('toAdjacencyMatrix(graph, options)', () => {
  it('refuses a matrix that would be too large, says its size and what to do', () => {
    const large = createKnowledgeGraph();
    for (let at = 0; at < 5001; at++) {
      large.addNode(`paper:${at}`, { type: 'Paper', name: 'x', id: `${at}` });
    }
    expect(() => toAdjacencyMatrix(large).next()).toThrow(
      'a matrix of 5,001 nodes has 25,010,001 cells, and at most 25,000,000 are written; write --format matrix-market',
    );
  });
});

describe('toMatrixMarket(graph, options)', () => {
  const files = (given: Parameters<typeof toMatrixMarket>[1]) =>
    new Map([...toMatrixMarket(sample, given)].map(({ name, pieces }) => [name, [...pieces]]));

  it('says its size first, and names its rows and columns', () => {
    const written = files({});
    const lines = written.get('matrix.mtx')?.join('').trimEnd().split('\n') ?? [];
    expect(lines[0]).toBe('%%MatrixMarket matrix coordinate integer general');
    expect(lines[1]).toBe(`${sample.order} ${sample.order} ${lines.length - 2}`);
    const names = written.get('rows.csv')?.join('') ?? '';
    expect(names).toMatch(/^index,key,type,name\n1,eagle,Method,EAGLE\n/);
    expect(written.get('columns.csv')?.join('')).toBe(names);
  });

  it('writes the lower triangle of a projection', () => {
    const project = { from: ['Method'], through: ['Benchmark'] } as const;
    expect(files({ project }).get('matrix.mtx')?.join('')).toBe(
      '%%MatrixMarket matrix coordinate integer symmetric\n2 2 1\n2 1 1\n',
    );
  });
});

describe('toGexf(graph, options)', () => {
  it('says from when nodes and edges are there, what they weigh and are called', () => {
    const text = textOf(toGexf(sample));
    expect(text).toContain('mode="dynamic" timeformat="date"');
    expect(text).toContain('<node id="simsd" label="SimSD" start="2026-01-31">');
    expect(text).toContain('<node id="qwen3-8b" label="Qwen3-8B"><attvalues>');
    expect(text).toContain(
      'target="eagle" label="OUTPERFORMS" kind="OUTPERFORMS" weight="2" start="2026-01-31">',
    );
  });

  it('has no time where nothing is dated', () => {
    const { graph } = filterGraph(sample, { types: ['Model'] });
    expect(textOf(toGexf(graph))).toContain('defaultedgetype="directed" mode="static"');
  });
});

describe('toDot(graph, options)', () => {
  it('escapes quotes and backslashes and keeps a name on its line', () => {
    const graph = createKnowledgeGraph();
    graph.addNode('paper:a"\\', { type: 'Paper', name: 'a "b"\r\n\\c\0', id: 'a"\\' });
    expect(textOf(toDot(graph))).toBe(
      'digraph sotagraph {\n  "paper:a\\"\\\\" [label="a \\"b\\"\\n\\\\c\uFFFD", type="Paper"];\n}\n',
    );
  });
});

describe('toBibtex(graph, options)', () => {
  it('writes what is known of a paper', () => {
    expect([...toBibtex(sample)][0]).toBe(`@misc{2601.00001,
  title = {{SimSD: <fast> \\& "good"}},
  author = {Ada Lovelace and Zoë "Z" O'Neil},
  year = {2026},
  month = {1},
  eprint = {2601.00001},
  archiveprefix = {arXiv},
  primaryclass = {cs.LG},
  url = {https://arxiv.org/abs/2601.00001?a=1&b=2},
}

`);
  });

  it.each([
    ['R&D at 100% of $x_1$ for a_b #1', 'R\\&D at 100\\% of $x_1$ for a\\_b \\#1'],
    ['already R\\&D', 'already R\\&D'],
    ['costs $5', 'costs \\$5'],
    ['{Braces} that match', '{Braces} that match'],
    ['a } brace', 'a  brace'],
    ['two\nlines', 'two lines'],
  ])('%j -> %j', (title, tex) => {
    const graph = createKnowledgeGraph();
    graph.addNode('paper:10.1/x', { type: 'Paper', name: title, title, id: '10.1/x' });
    expect(textOf(toBibtex(graph))).toBe(
      `@misc{10.1/x,\n  title = {{${tex}}},\n  doi = {10.1/x},\n}\n\n`,
    );
  });

  it('keeps apart papers whose ids differ in what a key may not hold, and finds those behind edges', () => {
    const graph = createKnowledgeGraph();
    for (const id of ['a b', 'a,b']) {
      graph.addNode(`paper:${id}`, { type: 'Paper', name: id, id });
    }
    expect([...toBibtex(graph)].map((entry) => entry.split('\n')[0])).toEqual([
      '@misc{a-b,',
      '@misc{a-b-2,',
    ]);
    const { graph: part } = filterGraph(sample, { relations: ['OUTPERFORMS'] });
    expect([...toBibtex(part, { whole: sample })]).toHaveLength(2);
  });
});

describe('an empty graph', () => {
  it('is a table with its header, or a file that is whole', () => {
    expect(textOf(toEdgesCsv(empty))).toBe('source,target,type,papers\n');
    expect(textOf(toAdjacencyList(empty))).toBe('');
    expect(textOf(toAdjacencyMatrix(empty))).toBe('\n');
    expect(textOf(toBibtex(empty))).toBe('');
    expect(textOf(toGraphml(empty))).toMatch(/<graph .*>\n {2}<\/graph>\n<\/graphml>\n$/);
    expect(textOf(toGexf(empty))).toContain('<nodes>\n    </nodes>');
  });
});
