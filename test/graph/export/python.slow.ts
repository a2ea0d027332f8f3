import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { aggregateEdges } from '../../../graph/adjacency.ts';
import { toAdjacencyJson } from '../../../graph/export/adjacency-json.ts';
import { toAdjacencyList } from '../../../graph/export/adjacency-list.ts';
import { toAdjacencyMatrix } from '../../../graph/export/adjacency-matrix.ts';
import { toBibtex } from '../../../graph/export/bibtex.ts';
import { toDot } from '../../../graph/export/dot.ts';
import { toEdgesCsv } from '../../../graph/export/edges.ts';
import { toEvidenceCsv } from '../../../graph/export/evidence.ts';
import { toGexf } from '../../../graph/export/gexf.ts';
import { toGraphml } from '../../../graph/export/graphml.ts';
import { toJsonLd } from '../../../graph/export/jsonld.ts';
import { toMatrixMarket } from '../../../graph/export/matrix-market.ts';
import { toNodeLink } from '../../../graph/export/node-link.ts';
import { toNodesCsv } from '../../../graph/export/nodes.ts';
import { toParquet } from '../../../graph/export/parquet.ts';
import { toResultsCsv } from '../../../graph/export/results.ts';
import { temporaryFolder } from '../../library/folder.ts';
import { findPython } from './readers/environment.ts';
import { claims, options, sample } from './sample.ts';

const script = fileURLToPath(new URL('readers/read_exports.py', import.meta.url));
const python = findPython();
const project = { from: ['Method'], through: ['Benchmark'] } as const;

/** What `read_exports.py` finds in the files. */
// biome-ignore lint/suspicious/noExplicitAny: each test compares a part with exact values.
let found: any;

describe.skipIf(python === null)('exports, read by the libraries of Python', () => {
  beforeAll(async () => {
    await using folder = await temporaryFolder();
    const write = async (name: string, pieces: Iterable<string | Uint8Array>) => {
      await mkdir(dirname(join(folder.path, name)), { recursive: true });
      await writeFile(join(folder.path, name), pieces);
    };
    await write('graph.graphml', toGraphml(sample, claims));
    await write('graph.gexf', toGexf(sample, claims));
    await write('node-link.json', toNodeLink(sample, claims));
    await write('adjacency.json', toAdjacencyJson(sample, options));
    await write('adjacency.csv', toAdjacencyList(sample, options));
    await write('graph.dot', toDot(sample, options));
    await write('graph.jsonld', toJsonLd(sample, claims));
    await write('projection.graphml', toGraphml(sample, { project }));
    await write('matrix.csv', toAdjacencyMatrix(sample, options));
    await write('projection.csv', toAdjacencyMatrix(sample, { project }));
    await write('edges.csv', toEdgesCsv(sample, options));
    await write('edges.tsv', toEdgesCsv(sample, { ...claims, tsv: true }));
    await write('nodes.csv', toNodesCsv(sample, options));
    await write('results.csv', toResultsCsv(sample, options));
    await write('evidence.csv', toEvidenceCsv(sample, options));
    await write('papers.bib', toBibtex(sample));
    for (const { name, pieces } of toMatrixMarket(sample)) await write(`matrix/${name}`, pieces);
    for (const { name, pieces } of toMatrixMarket(sample, { project })) {
      await write(`projection/${name}`, pieces);
    }
    for (const { name, pieces } of toParquet(sample, claims)) {
      await write(`parquet/${name}`, pieces);
    }
    const { stdout, stderr } = spawnSync(python ?? '', ['-W', 'ignore', script, folder.path], {
      encoding: 'utf8',
    });
    if (!stdout) throw new Error(stderr);
    found = JSON.parse(stdout);
  });

  const degrees = Object.fromEntries(sample.mapNodes((key) => [key, sample.degree(key)]));
  const edges = aggregateEdges(sample);
  const weights = () => {
    const sums: Record<string, number> = {};
    for (const { source, target, papers } of edges) {
      // As Python writes a list in JSON.
      const pair = `["${source}", "${target}"]`;
      sums[pair] = (sums[pair] ?? 0) + papers;
    }
    return sums;
  };

  it.each(['graphml', 'gexf', 'node-link'])('%s: NetworkX finds every claim', (format) => {
    const { order: nodes, size } = sample;
    expect(found[format]).toEqual({
      directed: true,
      nodes,
      edges: size,
      degrees,
      weights: weights(),
    });
  });

  it('adjacency-json: NetworkX finds one edge for all papers that agree', () => {
    const { nodes, edges: count, weights: sums } = found['adjacency-json'];
    expect([nodes, count, sums]).toEqual([sample.order, edges.length, weights()]);
  });

  it('graphml: igraph finds the same, and the names', () => {
    const labels = Object.fromEntries(sample.mapNodes((key, { name }) => [key, name]));
    const { order: nodes, size } = sample;
    expect(found.igraph).toEqual({ nodes, edges: size, degrees, labels });
  });

  it('a projection has one edge for two methods, weighted by what they share', () => {
    const projected = { directed: false, nodes: 2, edges: 1, degrees: { simsd: 1, eagle: 1 } };
    expect(found.projection).toEqual({ ...projected, weights: { '["eagle", "simsd"]': 1 } });
    expect(found['projected matrix']).toEqual({
      'sparse is dense': true,
      values: { eagle: { simsd: 1 }, simsd: { eagle: 1 } },
    });
  });

  it('dot: pydot finds nodes and weights', () => {
    expect(found.dot.nodes).toEqual(sample.nodes().sort());
    const triples = edges.map(({ source, target, papers }) => [source, target, papers]);
    expect(found.dot.edges).toEqual(expect.arrayContaining(triples));
    expect(found.dot.edges).toHaveLength(edges.length);
  });

  it('matrices: SciPy and pandas find the same weights', () => {
    expect(found.matrix['sparse is dense']).toBe(true);
    const rows: Record<string, Record<string, number>> = found.matrix.values;
    const sums = Object.entries(rows).flatMap(([source, row]) =>
      Object.entries(row).map(([target, value]) => [`["${source}", "${target}"]`, value]),
    );
    expect(Object.fromEntries(sums)).toEqual(weights());
  });

  it('tables: pandas finds the rows, with what has to be quoted', () => {
    const rows = edges.map(({ papers, ...edge }) => ({ ...edge, papers: String(papers) }));
    expect(found.edges).toEqual(rows);
    expect(found['edges with tabs']).toHaveLength(sample.size);
    expect(found['adjacency-list']).toContainEqual(['simsd', 'eagle', 'osworld']);
    const simsd = found.nodes.find(({ key }: { key: string }) => key === 'simsd');
    expect(JSON.parse(simsd.aliases)).toEqual(['=1+1', 'Sim, "SD"']);
    expect(found.results).toContainEqual(
      expect.objectContaining({ subject: 'simsd', benchmark: 'osworld', value: '31.6', unit: '%' }),
    );
    expect(found.evidence).toContainEqual(
      expect.objectContaining({ type: 'MENTIONS', target: 'eagle', words: 'EAGLE' }),
    );
  });

  it('parquet: pyarrow finds rows, types and lists', () => {
    const { types, nodes, edges: rows, results, evidence } = found.parquet;
    expect(types).toMatchObject({
      key: 'string',
      aliases: 'list<element: string not null>',
      papers: 'int64',
      value: 'double',
      classTerm: 'bool',
    });
    expect([nodes.length, rows.length]).toEqual([sample.order, sample.size]);
    expect(nodes).toContainEqual(
      expect.objectContaining({ key: 'simsd', aliases: ['=1+1', 'Sim, "SD"'], papers: 2 }),
    );
    expect(results.map(({ value }: { value: number }) => value).sort()).toEqual([-3, -3, 31.6]);
    expect(evidence).toHaveLength(found.evidence.length);
  });

  it('jsonld: rdflib finds every claim, and the triple that it speaks of', () => {
    expect(found.jsonld).toEqual({
      statements: sample.size,
      outperforms: [['urn:sotagraph:node:simsd', 'urn:sotagraph:node:eagle']],
      'borne out': true,
    });
  });

  it('bibtex: bibtexparser finds the papers', () => {
    expect(found['bibtex failures']).toBe(0);
    expect(found.bibtex).toEqual({
      '2601.00001': '{SimSD: <fast> \\& "good"}',
      'paper-two': expect.any(String),
      undated: expect.any(String),
    });
  });
});
