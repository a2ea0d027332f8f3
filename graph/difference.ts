import { edgeKey, edgeLines, type KnowledgeGraph, nodeLines } from './knowledge-graph.ts';
import { compare } from './union.ts';

/** What changes from one graph to another: keys, sorted. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** There before and after, with other attributes. */
  readonly changed: readonly string[];
}

/** Compares nodes and edges by their keys; an edge's is that of `edgeKey`. */
export function difference(before: KnowledgeGraph, after: KnowledgeGraph): Difference {
  const [old, young] = [linesOf(before), linesOf(after)];
  const keys = (from: ReadonlyMap<string, string>, belongs: (key: string) => boolean) =>
    [...from.keys()].filter(belongs).sort(compare);
  return {
    added: keys(young, (key) => !old.has(key)),
    removed: keys(old, (key) => !young.has(key)),
    changed: keys(young, (key) => old.has(key) && old.get(key) !== young.get(key)),
  };
}

function linesOf(graph: KnowledgeGraph): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of nodeLines(graph)) lines.set(line.key, JSON.stringify(line));
  for (const line of edgeLines(graph)) {
    lines.set(edgeKey(line.source, line, line.target), JSON.stringify(line));
  }
  return lines;
}
