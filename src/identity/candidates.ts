import type { Derived } from '../../graph/derive.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { isExpansion } from '../../graph/resolve/expansion.ts';
import { TYPE_GROUP } from '../../graph/resolve/type-group.ts';
import type { Document, EntityNode } from '../../graph/schema.ts';
import { slug } from '../../graph/slug.ts';
import { sentenceAt, splitSentences } from '../../graph/text/sentences.ts';
import { compare } from '../../graph/union.ts';

/** Two things that nearly became one, for a person to judge. */
export interface Candidate {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
  /** Where each is named, in the earliest of its papers by id. */
  readonly sentences: readonly [a: string, b: string];
}

/**
 * What nearly merged: mentions that may be one of several things, things of one name and group of types, and long names
 * whose initials are an acronym that no paper says they are. Sorted by key; each pair once.
 */
export function findCandidates(
  { graph, ambiguities }: Derived,
  documents: ReadonlyMap<string, Document>,
): Candidate[] {
  const pairs = new Map<string, readonly [a: string, b: string, reason: string]>();
  const add = (one: string, other: string, reason: string) => {
    const [a, b] = [one, other].sort(compare);
    const key = `${a} ${b}`;
    if (a !== undefined && b !== undefined && a !== b && !pairs.has(key)) {
      pairs.set(key, [a, b, reason]);
    }
  };
  for (const { key, candidates } of ambiguities) {
    for (const candidate of candidates) add(key, candidate, UNDECIDED);
  }
  for (const group of alike(graph, (node) => [slug(node.name)])) {
    for (const other of group.slice(1)) add(group[0]?.key ?? '', other.key, ONE_NAME);
  }
  for (const group of alike(graph, (node) => [slug(node.name), initials(node.name)])) {
    for (const short of group) {
      for (const long of group) {
        if (isExpansion(short.node.name, long.node.name)) add(short.key, long.key, LONG_FORM);
      }
    }
  }
  const sorted = [...pairs.values()].sort(([a, b], [c, d]) => compare(a, c) || compare(b, d));
  return sorted.map(([a, b, reason]) => ({
    a,
    b,
    reason,
    sentences: [sentenceOf(graph, a, documents), sentenceOf(graph, b, documents)],
  }));
}

const UNDECIDED = 'several things bear this name, and nothing beside it says which one is meant';
const ONE_NAME = 'they bear one name, but their long forms differ or their papers each propose it';
const LONG_FORM = 'one looks like the long form of the other, but no paper says so';

interface Keyed {
  readonly key: string;
  readonly node: EntityNode;
}

/** Things of one group of types that share a mark, where there are several. */
function alike(graph: KnowledgeGraph, marksOf: (node: EntityNode) => readonly string[]): Keyed[][] {
  const groups = new Map<string, Keyed[]>();
  for (const key of graph.nodes().sort(compare)) {
    const node = graph.getNodeAttributes(key);
    if (node.type === 'Paper' || node.type === 'Result') continue;
    for (const mark of new Set(marksOf(node))) {
      const name = `${TYPE_GROUP[node.type]} ${mark}`;
      const group = groups.get(name);
      if (group) group.push({ key, node });
      else groups.set(name, [{ key, node }]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** `Mixture of Experts` -> `moe` */
function initials(name: string): string {
  return [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].join('').toLowerCase();
}

function sentenceOf(
  graph: KnowledgeGraph,
  key: string,
  documents: ReadonlyMap<string, Document>,
): string {
  const [first] = graph
    .filterInEdges(key, (_, { type }) => type === 'MENTIONS')
    .map((edge) => graph.getEdgeAttributes(edge))
    .sort((a, b) => compare(a.paper, b.paper));
  const text = first && documents.get(first.paper)?.[first.field];
  const sentence = text && sentenceAt(splitSentences(text), first.start, first.end);
  return sentence ? text.slice(sentence.start, sentence.end) : '';
}
