import type { Documents } from '../documents.ts';
import { UsageError } from '../errors.ts';
import { findNode } from '../find-node.ts';
import { type KnowledgeGraph, paperKey } from '../knowledge-graph.ts';
import type { Anchor, Document, EdgeAttributes, Place } from '../schema.ts';
import { slug } from '../slug.ts';
import { wordsAt } from '../text/place.ts';
import { compare } from '../union.ts';

/** A mention, and the key of how it is spelled. */
export interface Spelled {
  readonly anchor: Anchor;
  readonly spelling: string;
}

/** Turns what a person types into words of papers, on which a decision can hang. */
export interface Anchors {
  /**
   * A mention of a thing, by its name if a paper calls it so: that of the earliest paper, or of the paper named in
   * `scale@2602.00002`.
   * @throws UsageError for what is not in the library
   */
  entity(reference: string): Anchor;
  /** Mentions of a thing, one a paper; one alone for `scale@2602.00002`. @throws UsageError */
  entities(reference: string): Anchor[];
  /** All mentions of a thing, those of a paper together. @throws UsageError */
  spellings(reference: string): Spelled[][];
  /** The number of a result, by its key: `result:2601.00001#32`. @throws UsageError */
  number(key: string): Anchor;
  /** Words that stand in a paper. @throws UsageError where they do not */
  words(paper: string, words: string): Anchor;
  at(paper: string, place: Place): Anchor;
}

/** @param documents those of the papers of the graph, by their ids */
export function anchorsIn(documents: Documents, graph: KnowledgeGraph): Anchors {
  const documentOf = (id: string): Document => {
    const document = documents.get(id);
    if (!document) throw new UsageError(`there is no paper "${id}" in this library`);
    return document;
  };
  const at = (paper: string, { field, start, end }: Place): Anchor => {
    const words = documentOf(paper)[field]?.slice(start, end) ?? '';
    return { paper, field, start, end, words };
  };
  const edgesTo = (reference: string): EdgeAttributes[] => {
    const key = findNode(graph, reference);
    const edges = key
      ? graph
          .filterInEdges(key, (_, { type }) => type === 'MENTIONS')
          .map((edge) => graph.getEdgeAttributes(edge))
      : [];
    const named = graph.hasNode(reference)
      ? []
      : edges.filter(({ paper }) => reference.endsWith(`@${paper}`));
    const dated = (named.length > 0 ? named : edges).map((edge) => ({
      edge,
      date: documentOf(edge.paper).date ?? '~',
    }));
    dated.sort((a, b) => compare(a.date, b.date) || compare(a.edge.paper, b.edge.paper));
    return dated.map(({ edge }) => edge);
  };
  const mentionsOf = (reference: string): EdgeAttributes[] => {
    const found = edgesTo(reference);
    if (found.length > 0) return found;
    const node = graph.hasNode(reference) && graph.getNodeAttributes(reference);
    if (node) {
      throw new UsageError(`"${reference}" is a ${node.type}; name a thing that papers mention`);
    }
    throw new UsageError(
      `"${reference}" is nothing in this library; name a thing by its key or name, or what a paper calls so as name@paper`,
    );
  };
  const spelledIn = ({ places, ...edge }: EdgeAttributes): Spelled[] =>
    (places ?? [edge]).map((place) => ({
      anchor: at(edge.paper, place),
      spelling: slug(wordsAt(documentOf(edge.paper), place)),
    }));
  /** The mentions by the name of a thing, one a paper, for as many papers as are asked for. */
  function* named(reference: string): Generator<Anchor> {
    const key = findNode(graph, reference);
    const name = key === undefined ? '' : slug(graph.getNodeAttribute(key, 'name'));
    for (const edge of mentionsOf(reference)) {
      const mention = spelledIn(edge).find(({ spelling }) => spelling === name);
      yield mention?.anchor ?? at(edge.paper, edge);
    }
  }
  return {
    at,
    entities: (reference) => [...named(reference)],
    spellings: (reference) => mentionsOf(reference).map(spelledIn),
    entity(reference) {
      const [first] = named(reference);
      if (!first) throw new UsageError(`"${reference}" is nothing in this library`);
      return first;
    },
    number(key) {
      const edge = graph.hasNode(key)
        ? graph.findOutEdge(key, (_, { type }) => type === 'REPORTED_IN')
        : undefined;
      const { paper, places: [place] = [] } = edge
        ? graph.getEdgeAttributes(edge)
        : { paper: '', places: [] };
      if (!place)
        throw new UsageError(`"${key}" is no result of this library; expected result:PAPER#OFFSET`);
      return at(paper, place);
    },
    words(paper, words) {
      const document = documentOf(paper);
      for (const field of ['text', 'title'] as const) {
        const start = document[field]?.indexOf(words) ?? -1;
        if (start >= 0) return { paper, field, start, end: start + words.length, words };
      }
      throw new UsageError(`"${words}" does not stand in ${paperKey(paper)}; quote it exactly`);
    },
  };
}
