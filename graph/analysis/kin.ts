import type { KnowledgeGraph } from '../knowledge-graph.ts';

/** What a thing is a variant or a part of: its family, its suite, its system. */
export function wholesOf(graph: KnowledgeGraph, key: string): string[] {
  if (!graph.hasNode(key)) return [];
  return graph
    .filterOutEdges(key, (_, { type }) => type === 'VARIANT_OF' || type === 'PART_OF')
    .map((edge) => graph.target(edge));
}

/** Whether one of two things is a variant or a part of the other, or both are of one whole; remembers what it has seen. */
export function kinship(graph: KnowledgeGraph): (a: string, b: string) => boolean {
  const families = new Map<string, ReadonlySet<string>>();
  const familyOf = (key: string) => {
    const family = families.get(key) ?? new Set([key, ...wholesOf(graph, key)]);
    families.set(key, family);
    return family;
  };
  return (a, b) => {
    const other = familyOf(b);
    for (const key of familyOf(a)) if (other.has(key)) return true;
    return false;
  };
}
