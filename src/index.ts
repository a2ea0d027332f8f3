/** What the package offers to other programs: read abstracts, unite facts, derive and write the graph. */
export { type AggregatedEdge, aggregateEdges } from '../graph/adjacency.ts';
export { type Derived, derive } from '../graph/derive.ts';
export { ExportError, GraphError, InputError, UsageError } from '../graph/errors.ts';
export { toAdjacencyJson } from '../graph/export/adjacency-json.ts';
export { toAdjacencyList } from '../graph/export/adjacency-list.ts';
export { toAdjacencyMatrix } from '../graph/export/adjacency-matrix.ts';
export { toBibtex } from '../graph/export/bibtex.ts';
export { toDot } from '../graph/export/dot.ts';
export { toEdgesCsv } from '../graph/export/edges.ts';
export { toEvidenceCsv } from '../graph/export/evidence.ts';
export type { ExportedFile, ExportOptions, Projection } from '../graph/export/export-options.ts';
export { toGexf } from '../graph/export/gexf.ts';
export { toGraphml } from '../graph/export/graphml.ts';
export { toJson } from '../graph/export/json.ts';
export { toJsonLd } from '../graph/export/jsonld.ts';
export { toMatrixMarket } from '../graph/export/matrix-market.ts';
export { toNodeLink } from '../graph/export/node-link.ts';
export { toNodesCsv } from '../graph/export/nodes.ts';
export { toParquet } from '../graph/export/parquet.ts';
export { toResultsCsv } from '../graph/export/results.ts';
export { type Filtered, filterGraph } from '../graph/filter/filter-graph.ts';
export { type GraphFilter, graphFilter } from '../graph/filter/graph-filter.ts';
export {
  edgeLines,
  type KnowledgeGraph,
  nodeLines,
  readKnowledgeGraph,
} from '../graph/knowledge-graph.ts';
export * from '../graph/schema.ts';
export { slug } from '../graph/slug.ts';
export { type PlainView, toPlain } from '../graph/text/latex.ts';
export { type Sentence, splitSentences } from '../graph/text/sentences.ts';
export { type Replacement, type Union, unite } from '../graph/union.ts';
export type { Diagnostic } from './corpus/diagnostic.ts';
export { type ReadOptions, readCorpus } from './corpus/read-corpus.ts';
export type { CorpusItem } from './corpus/read-file.ts';
export { evaluate } from './evaluate/evaluate.ts';
export { extract } from './extract/extract.ts';
export type { ReadingModel, Session, Tensor } from './extract/model.ts';
export type { Facts } from './extract/prove.ts';
export { type BuildOptions, type Built, buildLibrary } from './library/build-library.ts';
export { type OpenLibrary, openLibrary } from './library/open-library.ts';
export { readFacts, readGraph } from './library/read-library.ts';
export { type ExtractDocuments, extractDocuments } from './runtime/extract-all.ts';
export { extractorVersion, type OpenModel, openModel } from './runtime/open-model.ts';
