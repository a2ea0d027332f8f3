import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { toAdjacencyJson } from '../../../graph/export/adjacency-json.ts';
import { toEdgesCsv } from '../../../graph/export/edges.ts';
import { toGexf } from '../../../graph/export/gexf.ts';
import { toGraphml } from '../../../graph/export/graphml.ts';
import { toJson } from '../../../graph/export/json.ts';
import { toJsonLd } from '../../../graph/export/jsonld.ts';
import { CONTEXT, PREDICATES } from '../../../graph/export/jsonld-terms.ts';
import { toNodeLink } from '../../../graph/export/node-link.ts';
import { toNodesCsv } from '../../../graph/export/nodes.ts';
import { toParquet } from '../../../graph/export/parquet.ts';
import { hostileGraph, KNOWN_NAMES } from '../../neo4j/hostile.ts';
import { linesOf, readBack } from './read-back.ts';
import { claims, sample, textOf } from './sample.ts';

type Row = Readonly<Record<string, unknown>>;
const hostile = hostileGraph(KNOWN_NAMES);

/** Nodes and edges of what graphology's readers give back. */
function rowsOf(graph: MultiDirectedGraph): [Row[], Row[]] {
  return [
    graph.mapNodes((key, attributes) => ({ ...attributes, key: fromXmlKey(key) })),
    graph.mapEdges((_, attributes, source, target) => ({
      ...attributes,
      source: fromXmlKey(source),
      target: fromXmlKey(target),
    })),
  ];
}

const fromXmlKey = (key: string) =>
  key.replace(/%u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

// Half of a surrogate pair has no form in a file, and XML none for most control characters.
const inUtf8 = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD');

describe('what a format holds, read back', () => {
  it('GraphML, by graphology', () => {
    const graph = parseGraphml(MultiDirectedGraph, textOf(toGraphml(sample, claims)));
    expect(readBack(...rowsOf(graph))).toEqual(linesOf(sample));
  });

  it('GEXF, by graphology', () => {
    const graph = parseGexf(MultiDirectedGraph, textOf(toGexf(sample, claims)));
    expect(readBack(...rowsOf(graph))).toEqual(linesOf(sample));
  });

  it('CSV', () => {
    const read = (text: string): Row[] => parse(text, { columns: true });
    const nodes = read(textOf(toNodesCsv(sample)));
    const edges = read(textOf(toEdgesCsv(sample, claims)));
    expect(readBack(nodes, edges)).toEqual(linesOf(sample));
  });

  it('node-link and adjacency JSON', () => {
    const { nodes, edges } = JSON.parse(textOf(toNodeLink(sample, claims)));
    const keyed = nodes.map(({ id: key, ...node }: Row) => ({ ...node, key }));
    expect(readBack(keyed, edges)).toEqual(linesOf(sample));
    const listed = JSON.parse(textOf(toAdjacencyJson(sample, claims)));
    const lists: Row[] = listed.adjacency.flatMap((list: Row[], at: number) =>
      list.map(({ id: target, ...edge }) => ({ ...edge, source: listed.nodes[at].id, target })),
    );
    expect(readBack(keyed, lists)).toEqual(linesOf(sample));
  });

  it('graphology JSON, whatever the names', () => {
    const graph = MultiDirectedGraph.from(JSON.parse(textOf(toJson(hostile.graph))));
    expect(linesOf(graph as typeof sample)).toEqual(linesOf(hostile.graph)); // compared line by line
  });

  it('Parquet, by hyparquet', async () => {
    const files = new Map<string, Row[]>();
    for (const { name, pieces } of toParquet(sample, claims)) {
      const bytes = Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
      files.set(name, await parquetReadObjects({ file: file as ArrayBuffer })); // not shared
    }
    expect([...files.keys()]).toEqual([
      'nodes.parquet',
      'edges.parquet',
      'results.parquet',
      'evidence.parquet',
    ]);
    const [nodes = [], edges = [], results = [], evidence = []] = files.values();
    expect(readBack(nodes, edges)).toEqual(linesOf(sample));
    expect(results[0]).toMatchObject({ subject: 'simsd', value: 31.6, unit: '%', start: 23n });
    expect(evidence[0]).toMatchObject({ source: 'eagle', type: 'EVALUATED_ON', field: 'text' });
  });

  it('JSON-LD, by a processor of JSON-LD', async () => {
    const [nodes, edges] = await readJsonLd(textOf(toJsonLd(sample, claims)));
    expect(readBack(nodes, edges)).toEqual(linesOf(sample));
  });
});

describe('what no name can break', () => {
  it('GraphML and GEXF keep all nodes and edges apart, and what XML has signs for', () => {
    for (const [graph, label] of [
      [parseGraphml(MultiDirectedGraph, textOf(toGraphml(hostile.graph, claims))), 'label'],
      [parseGexf(MultiDirectedGraph, textOf(toGexf(hostile.graph, claims))), 'label'],
    ] as const) {
      const keys = graph.nodes().map(fromXmlKey).map(inUtf8).sort();
      expect(keys).toEqual(hostile.graph.nodes().map(inUtf8).sort());
      expect(graph.size).toBe(hostile.graph.size);
      expect(graph.mapNodes((_, attributes) => attributes[label])).toContain(
        'line\nline\r\nline\ttab',
      );
      expect(graph.mapNodes((_, attributes) => attributes[label])).toContain('a\uFFFDb');
    }
  });

  it('CSV gives names back as they are, in UTF-8', () => {
    const rows: Row[] = parse(Buffer.from(textOf(toNodesCsv(hostile.graph))), { columns: true });
    const names = hostile.graph.mapNodes((_, { name }) => inUtf8(name)).sort();
    expect(rows.map(({ name }) => String(name)).sort()).toEqual(names);
  });

  it('CSV for spreadsheets begins no text with what begins a formula', () => {
    const text = textOf(toNodesCsv(hostile.graph, { spreadsheet: true }));
    expect(text.startsWith('\uFEFFkey,')).toBe(true);
    const cells: string[][] = parse(text, { bom: true });
    expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells.flat()).toContain("'=1+1");
  });
});

/** Nodes and claims as rows, of expanded JSON-LD. */
async function readJsonLd(text: string): Promise<[Row[], Row[]]> {
  const resources = (await jsonld.expand(JSON.parse(text))) as Resource[]; // what a processor gives
  const isClaim = (resource: Resource) => resource['@type'].includes(`${CONTEXT.rdf}Statement`);
  const nodes = resources.filter((resource) => !isClaim(resource)).map(toNode);
  return [nodes, resources.filter(isClaim).map(toEdge)];
}

type Resource = Record<string, { '@value'?: unknown; '@id'?: string; '@list'?: Resource[] }[]> & {
  '@id': string;
  '@type': string[];
};

const keyOf = (iri = '') => decodeURIComponent(iri.slice(CONTEXT.node.length));
const iri = (term: string) => {
  const [prefix = '', name] = term.split(':');
  const vocabularies: Record<string, unknown> = CONTEXT;
  return `${vocabularies[prefix]}${name}`;
};
const value = (resource: Resource, term: string) => resource[iri(term)]?.[0]?.['@value'];
const values = (resource: Resource, term: string) =>
  resource[iri(term)]?.map((item) => item['@value']);
const refOf = (resource: Resource, term: string) => resource[iri(term)]?.[0]?.['@id'];

function toNode(resource: Resource): Row {
  const type = resource['@type'][0]?.slice(CONTEXT.sota.length);
  const isPaper = type === 'Paper';
  return {
    key: keyOf(resource['@id']),
    type,
    name: value(resource, 'schema:name'),
    aliases: values(resource, 'schema:alternateName') ?? [],
    papers: value(resource, 'sota:papers'),
    firstSeen: value(resource, 'sota:firstSeen'),
    votes: value(resource, 'sota:votes'),
    classTerm: value(resource, 'sota:classTerm'),
    salience: value(resource, 'sota:salience'),
    statistics: value(resource, 'sota:statistics'),
    paper: isPaper ? value(resource, 'schema:identifier') : value(resource, 'sota:paper'),
    title: value(resource, 'schema:headline'),
    date: value(resource, 'schema:datePublished'),
    url: refOf(resource, 'schema:url'),
    authors: resource[iri('schema:author')]?.[0]?.['@list']?.map((author) =>
      value(author, 'schema:name'),
    ),
    categories: values(resource, 'schema:keywords'),
    value: value(resource, 'schema:value'),
    unit: value(resource, 'schema:unitText'),
    kind: value(resource, 'sota:kind'),
    qualifier: value(resource, 'sota:qualifier'),
    direction: value(resource, 'sota:direction'),
    difference: value(resource, 'sota:difference'),
    setting: value(resource, 'sota:setting'),
    shareOf: value(resource, 'sota:shareOf'),
  };
}

function toEdge(resource: Resource): Row {
  const predicate = refOf(resource, 'rdf:predicate');
  const [type] = Object.entries(PREDICATES).find(([, term]) => iri(term) === predicate) ?? [];
  const place = resource[iri('oa:hasSelector')]?.[0] as Resource | undefined; // a resource within
  return {
    source: keyOf(refOf(resource, 'rdf:subject')),
    type,
    target: keyOf(refOf(resource, 'rdf:object')),
    paper: keyOf(refOf(resource, 'schema:appearance')).replace('paper:', ''),
    field: value(resource, 'sota:field'),
    start: place && value(place, 'oa:start'),
    end: place && value(place, 'oa:end'),
    by: value(resource, 'sota:by'),
    confidence: value(resource, 'sota:confidence'),
    places: value(resource, 'sota:places'),
  };
}
