import { toAdjacencyJson } from '../../graph/export/adjacency-json.ts';
import { toAdjacencyList } from '../../graph/export/adjacency-list.ts';
import { toAdjacencyMatrix } from '../../graph/export/adjacency-matrix.ts';
import { toBibtex } from '../../graph/export/bibtex.ts';
import { toCypher } from '../../graph/export/cypher.ts';
import { toDot } from '../../graph/export/dot.ts';
import { toEdgesCsv } from '../../graph/export/edges.ts';
import { toEvidenceCsv } from '../../graph/export/evidence.ts';
import type { ExportedFile, ExportOptions } from '../../graph/export/export-options.ts';
import { toGexf } from '../../graph/export/gexf.ts';
import { toGraphml } from '../../graph/export/graphml.ts';
import { toJson } from '../../graph/export/json.ts';
import { toJsonLd } from '../../graph/export/jsonld.ts';
import { toMatrixMarket } from '../../graph/export/matrix-market.ts';
import { toNeo4jCsv } from '../../graph/export/neo4j-csv.ts';
import { toNodeLink } from '../../graph/export/node-link.ts';
import { toNodesCsv } from '../../graph/export/nodes.ts';
import { toParquet } from '../../graph/export/parquet.ts';
import { toResultsCsv } from '../../graph/export/results.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { toPropertyRows } from '../../graph/property-graph/property-graph.ts';

/** What a format may be told beyond the part of the graph that is wanted. */
export type FormatFlag = 'claims' | 'project' | 'tsv' | 'spreadsheet' | 'name';

export interface ExportFormat {
  readonly description: string;
  readonly flags: readonly FormatFlag[];
  /** Whether it shows sentences: never, always, or where it writes single claims. */
  readonly sentences: 'never' | 'always' | 'claims';
  /** Its only file in pieces. */
  readonly toFile?: Write<string>;
  /** Its files, where it has several. */
  readonly toFiles?: Write<ExportedFile>;
}

/** @param library what a database calls the library */
type Write<T> = (graph: KnowledgeGraph, options: ExportOptions, library: string) => Iterable<T>;

const TABLE = ['tsv', 'spreadsheet'] as const;
const NETWORK = ['claims', 'project'] as const;

const rowsOf = (graph: KnowledgeGraph, { documents = new Map() }: ExportOptions) =>
  toPropertyRows(graph, documents);

export const EXPORT_FORMATS = {
  json: {
    description: "graphology's own JSON: the whole graph, every claim with its place",
    flags: [],
    sentences: 'never',
    toFile: toJson,
  },
  nodes: {
    description: 'CSV, a row a node with all its attributes',
    flags: TABLE,
    sentences: 'never',
    toFile: toNodesCsv,
  },
  edges: {
    description: 'CSV, a row for all papers that say the same: source,target,type,papers',
    flags: [...NETWORK, ...TABLE],
    sentences: 'claims',
    toFile: toEdgesCsv,
  },
  'adjacency-list': {
    description: 'CSV without a header: a node, then those that its edges lead to',
    flags: ['project', ...TABLE],
    sentences: 'never',
    toFile: toAdjacencyList,
  },
  'adjacency-json': {
    description: "what NetworkX's adjacency_graph reads",
    flags: NETWORK,
    sentences: 'claims',
    toFile: toAdjacencyJson,
  },
  'adjacency-matrix': {
    description: 'CSV, all nodes by all nodes, up to 5,000',
    flags: ['project', ...TABLE],
    sentences: 'never',
    toFile: toAdjacencyMatrix,
  },
  'matrix-market': {
    description: 'a folder: the matrix without its zeros (.mtx), the names of its rows and columns',
    flags: ['project', 'spreadsheet'],
    sentences: 'never',
    toFiles: toMatrixMarket,
  },
  graphml: {
    description: 'for Gephi, NetworkX, igraph, yEd, Cytoscape',
    flags: NETWORK,
    sentences: 'claims',
    toFile: toGraphml,
  },
  gexf: {
    description: "for Gephi, with dates for its timeline; also NetworkX's",
    flags: NETWORK,
    sentences: 'claims',
    toFile: toGexf,
  },
  'node-link': {
    description: "what NetworkX's node_link_graph reads, and D3",
    flags: NETWORK,
    sentences: 'claims',
    toFile: toNodeLink,
  },
  jsonld: {
    description: 'linked data in terms of schema.org and the ORKG',
    flags: ['claims'],
    sentences: 'claims',
    toFile: toJsonLd,
  },
  parquet: {
    description: 'a folder: nodes, edges, results and evidence for pandas, DuckDB, Spark',
    flags: ['claims'],
    sentences: 'always',
    toFiles: toParquet,
  },
  results: {
    description: 'CSV, a row a reported number with what it is about and its sentence',
    flags: TABLE,
    sentences: 'always',
    toFile: toResultsCsv,
  },
  evidence: {
    description: 'CSV, a row for each place that bears out an edge, with its words',
    flags: TABLE,
    sentences: 'always',
    toFile: toEvidenceCsv,
  },
  bibtex: {
    description: 'the papers',
    flags: [],
    sentences: 'never',
    toFile: toBibtex,
  },
  dot: {
    description: 'for Graphviz',
    flags: NETWORK,
    sentences: 'never',
    toFile: toDot,
  },
  cypher: {
    description: 'a script for cypher-shell',
    flags: ['name'],
    sentences: 'always',
    toFile: (graph, options, library) => toCypher(rowsOf(graph, options), library),
  },
  'neo4j-csv': {
    description: "a folder for Neo4j's importer",
    flags: ['name'],
    sentences: 'always',
    toFiles: (graph, options, library) => toNeo4jCsv(rowsOf(graph, options), library),
  },
} as const satisfies Record<string, ExportFormat>;

export type FormatName = keyof typeof EXPORT_FORMATS;
