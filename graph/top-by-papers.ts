import { paperKey } from './knowledge-graph.ts';
import type { EdgeLine, NodeLine } from './schema.ts';
import { compare } from './union.ts';

interface Lines {
  readonly nodes: readonly NodeLine[];
  readonly edges: readonly EdgeLine[];
}

/**
 * The part of a graph that most papers speak of: the entities of the most papers, what joins them, the numbers that are
 * about nothing else, and the papers that mention them. It keeps the order of the lines.
 * @param most how many entities to keep; of those with as many papers the smaller key
 */
export function topByPapers(
  { nodes, edges }: Lines,
  most: number,
): { nodes: NodeLine[]; edges: EdgeLine[] } {
  const entities = nodes.filter((node) => 'papers' in node);
  const ranked = entities.sort((a, b) => b.papers - a.papers || compare(a.key, b.key));
  const kept = new Set(ranked.slice(0, most).map(({ key }) => key));
  const outside = new Set(ranked.slice(most).map(({ key }) => key));
  const partial = new Set<string>();
  const numbers = new Set<string>();
  for (const node of nodes) if (node.type === 'Result') numbers.add(node.key);
  for (const { source, type, target } of edges) {
    if (type === 'MENTIONS' && kept.has(target)) kept.add(source);
    if (numbers.has(source) && outside.has(target)) partial.add(source);
  }
  for (const node of nodes) {
    if (node.type !== 'Result' || partial.has(node.key)) continue;
    if (kept.has(paperKey(node.paper))) kept.add(node.key);
  }
  return {
    nodes: nodes.filter(({ key }) => kept.has(key)),
    edges: edges.filter(({ source, target }) => kept.has(source) && kept.has(target)),
  };
}
