import { distance } from 'fastest-levenshtein';
import { UsageError } from './errors.ts';
import { findNode } from './find-node.ts';
import { type KnowledgeGraph, paperKey } from './knowledge-graph.ts';
import { slug } from './slug.ts';
import { compare } from './union.ts';

/**
 * The node that a person names: by its key, a name, or the id of a paper (`2602.00002`).
 * @throws UsageError that says which names come nearest
 */
export function expectNode(graph: KnowledgeGraph, name: string): string {
  const found = findNode(graph, name);
  if (found !== undefined) return found;
  if (graph.hasNode(paperKey(name))) return paperKey(name);
  const near = nearestNames(graph, name);
  const help =
    near.length > 0
      ? `; the nearest are ${near.map((other) => `"${other}"`).join(', ')}`
      : ', nor a name that comes near; a key, a name or the id of a paper is expected';
  throw new UsageError(`there is no node "${name}"${help}`);
}

/**
 * Names that may have been meant, the likeliest first; each leads to its node by `findNode`.
 * `OSWrld` -> `OSWorld`, `MATH` -> `MATH-500`
 * @param most how many at most
 */
export function nearestNames(graph: KnowledgeGraph, name: string, most = 3): string[] {
  const wanted = slug(name);
  const candidates = graph.nodes().flatMap((key) => {
    const node = graph.getNodeAttributes(key);
    if (node.type === 'Result') return [];
    const isEntity = 'aliases' in node;
    const forms = isEntity ? [node.name, ...node.aliases].map(slug) : [node.id];
    const far = Math.min(...forms.map((form) => farness(wanted, form)));
    if (far > (isEntity ? TOO_FAR : TOO_FAR / 2)) return [];
    const leads = isEntity && findNode(graph, node.name) === key;
    return [{ name: leads ? node.name : key, far, papers: isEntity ? node.papers : 0 }];
  });
  return candidates
    .sort((a, b) => a.far - b.far || b.papers - a.papers || compare(a.name, b.name))
    .slice(0, most)
    .map((candidate) => candidate.name);
}

/** Half of the signs of a name may differ, a quarter of those of an id. */
const TOO_FAR = 0.5;
/** The shortest part of a name that may stand for the whole. */
const SHORTEST_PART = 3;

/** From 0 for the same to 1 for nothing in common; a part of the other is as near as a name with one sign in four wrong. */
function farness(wanted: string, form: string): number {
  const [short, long] = wanted.length < form.length ? [wanted, form] : [form, wanted];
  const edits = distance(wanted, form) / Math.max(long.length, 1);
  const isPart = short.length >= SHORTEST_PART && long.includes(short);
  return isPart ? Math.min(edits, 0.25) : edits;
}
