import type { Documents } from '../documents.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { NodeType, PaperNode } from '../schema.ts';

/** Nodes of some types, joined where they share a node of others: methods that share benchmarks. */
export interface Projection {
  readonly from: readonly NodeType[];
  readonly through: readonly NodeType[];
}

/** What of a graph an export writes; a format passes over what it has no use for. */
export interface ExportOptions {
  /** One edge a claim, with its evidence, rather than one for all papers that say the same. */
  readonly claims?: boolean;
  /** Another graph, in which nodes are joined by what they share. */
  readonly project?: Projection | undefined;
  /** The graph of which this one is a part: a claim bears the date of its paper, and a number all that it is about. */
  readonly whole?: KnowledgeGraph;
  /** By id: claims of a paper that is not among them have no sentence. */
  readonly documents?: Documents;
  /** Only numbers about something of these types. */
  readonly about?: readonly NodeType[] | undefined;
  /** Tables with tabs rather than commas. */
  readonly tsv?: boolean;
  /** Tables that a spreadsheet reads as text alone: marked as UTF-8, with a ' before what it would take for a formula. */
  readonly spreadsheet?: boolean;
}

/** A file of an export that has several, its content in pieces. */
export interface ExportedFile {
  readonly name: string;
  readonly pieces: Iterable<string | Uint8Array>;
}

/** The papers of a graph by their ids. */
export function papersOf(graph: KnowledgeGraph): Map<string, PaperNode> {
  const papers = new Map<string, PaperNode>();
  graph.forEachNode((_, node) => {
    if (node.type === 'Paper') papers.set(node.id, node);
  });
  return papers;
}
