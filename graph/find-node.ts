import { type KnowledgeGraph, paperKey } from './knowledge-graph.ts';
import { slug } from './slug.ts';
import { compare } from './union.ts';

/**
 * The node that a key leads to, or a name: its own one, else the thing that bore the key before other papers came.
 * `scale@2602.00002` leads to what that paper calls SCALE whatever its key is now; `Claude 4.5 Sonnet` and
 * `claude4.5sonnet` lead to `claudesonnet4.5`, which bears that name among its aliases. Undefined for what is nowhere.
 */
export function findNode(graph: KnowledgeGraph, key: string): string | undefined {
  if (graph.hasNode(key)) return key;
  const spelling = slug(key);
  if (graph.hasNode(spelling)) return spelling;
  for (const at of positionsOf('@', key)) {
    const page = paperKey(key.slice(at + 1));
    const name = slug(key.slice(0, at));
    if (graph.hasNode(page)) return earliest(graph, graph.outNeighbors(page), name);
  }
  return earliest(graph, graph.nodes(), spelling);
}

/** The one of the nodes with this spelling that was seen first. */
function earliest(
  graph: KnowledgeGraph,
  keys: readonly string[],
  spelling: string,
): string | undefined {
  const found = keys.flatMap((key) => {
    const node = graph.getNodeAttributes(key);
    if (!('aliases' in node)) return [];
    const bears = [node.name, ...node.aliases].some((form) => slug(form) === spelling);
    return bears ? [{ key, seen: node.firstSeen ?? '~' }] : [];
  });
  return found.sort((a, b) => compare(a.seen, b.seen) || compare(a.key, b.key))[0]?.key;
}

function positionsOf(sign: string, text: string): number[] {
  return [...text].flatMap((other, at) => (other === sign ? [at] : []));
}
