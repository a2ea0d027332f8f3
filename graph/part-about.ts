import {
  type GraphLines,
  joinKeys,
  type KnowledgeGraph,
  paperKey,
  readKnowledgeGraph,
} from './knowledge-graph.ts';
import type { EdgeLine, NodeLine } from './schema.ts';
import { slug } from './slug.ts';

/**
 * The part of a graph that references may mean: `findNode` leads to the same nodes in it as in the whole, and they have
 * all their edges. So a few things can be looked up without the whole graph in memory.
 * @param references keys or names of things, `name@paper`, or keys of edges
 */
export function partAbout(
  { nodes, edges }: GraphLines,
  references: readonly string[],
): KnowledgeGraph {
  const isMeant = meaningOf(references);
  const about = new Set<string>();
  for (const node of nodes()) if (isMeant(node)) about.add(node.key);
  const claims: EdgeLine[] = [];
  const ends = new Set(about);
  for (const edge of edges()) {
    const { source, target } = edge;
    if (!about.has(source) && !about.has(target)) continue;
    claims.push(edge);
    ends.add(source).add(target);
  }
  const near = function* () {
    for (const node of nodes()) if (ends.has(node.key)) yield node;
  };
  return readKnowledgeGraph(near(), claims);
}

/** Whether a node may be what one of the references means, or an end of the edge that it names. */
function meaningOf(references: readonly string[]): (node: NodeLine) => boolean {
  const keys = new Set<string>();
  const spellings = new Set<string>();
  for (const reference of references) {
    for (const part of [reference, ...reference.split(' ')]) keys.add(part);
    spellings.add(slug(reference));
    for (let at = reference.indexOf('@'); at >= 0; at = reference.indexOf('@', at + 1)) {
      keys.add(joinKeys(paperKey(reference.slice(at + 1))));
      spellings.add(slug(reference.slice(0, at)));
    }
  }
  const isSpelled = (form: string) => spellings.has(slug(form));
  return (node) =>
    keys.has(node.key) ||
    keys.has(joinKeys(node.key)) ||
    ('aliases' in node &&
      (spellings.has(node.key) || isSpelled(node.name) || node.aliases.some(isSpelled)));
}
