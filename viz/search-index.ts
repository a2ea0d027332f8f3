import MiniSearch from 'minisearch';
import type { NodeType } from '../graph/schema.ts';
import { slug } from '../graph/slug.ts';
import { toPlain } from '../graph/text/latex.ts';
import type { Library } from './library.ts';

export interface Hit {
  readonly key: string;
  readonly name: string;
  readonly type: NodeType;
  /** The other name that was found, where it was not the name itself. */
  readonly alias: string | undefined;
  readonly papers: number | undefined;
}

export interface SearchIndex {
  /** What fits a query best, the best first. */
  find(query: string, most: number): Hit[];
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Letters and digits of every script, and what holds names such as `GPT-5.4` or `C++` together. */
const WORD_GAPS = /[^\p{L}\p{N}.+@#]+/u;

/**
 * Searches names, aliases and titles of papers; what more papers speak of comes first. Where a name begins as the query
 * does, it does not matter where either has spaces: `deep seek` finds `DeepSeek-R1`. Papers come last.
 */
export function createSearchIndex({ graph, importance }: Library): SearchIndex {
  const index = new MiniSearch<Entry>({
    fields: ['name', 'aliases'],
    tokenize: (text) => text.split(WORD_GAPS).filter(Boolean),
    processTerm: fold,
    // Minisearch wants one string a field.
    extractField: (entry, field) =>
      field === 'aliases' ? entry.aliases.join(' ') : field === 'id' ? entry.id : entry.name,
    searchOptions: {
      boost: { name: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
      combineWith: 'AND',
      boostDocument: (key) => 1 + Math.log2(1 + (importance.get(key) ?? 0)) / 4,
    },
  });
  const spellings: { readonly key: string; readonly spelling: string }[] = [];
  graph.forEachNode((key, node) => {
    if (node.type === 'Result') return;
    const aliases = node.type === 'Paper' ? [node.id] : node.aliases;
    index.add({ id: key, name: node.name, aliases });
    if (node.type === 'Paper') return;
    for (const name of [node.name, ...aliases]) spellings.push({ key, spelling: spell(name) });
  });
  const beginningWith = (start: string): Set<string> => {
    const keys = spellings.filter(({ spelling }) => start && spelling.startsWith(start));
    return new Set(keys.map(({ key }) => key));
  };
  return {
    find(query, most) {
      const { text } = toPlain(query);
      const [wanted, start] = [slug(text), spell(text)];
      const beginning = beginningWith(start);
      const rankOf = (key: string): number => {
        const { name, type } = graph.getNodeAttributes(key);
        if (slug(name) === wanted) return 0;
        if (beginning.has(key)) return 1;
        return type === 'Paper' ? 3 : 2;
      };
      const found = new Map<string, readonly string[]>();
      for (const { id, terms } of index.search(text)) found.set(String(id), terms);
      const weight = (key: string) => importance.get(key) ?? 0;
      for (const key of [...beginning].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))) {
        if (!found.has(key)) found.set(key, []);
      }
      return [...found]
        .map(([key, terms]) => ({ key, terms, rank: rankOf(key) }))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, most)
        .map(({ key, terms }) => toHit(graph, key, { terms, start }));
    },
  };
}

/** What one types on a keyboard for what one reads: `M²D` is found by `m2d`, `Pokémon` by `pokemon`. */
const fold = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** `DeepSeek-R1` -> `deepseekr1` */
const spell = (name: string): string => fold(name).split(WORD_GAPS).join('');

/** @param found the terms of names, and the spelling with which one begins, either of which led here */
function toHit(
  graph: Library['graph'],
  key: string,
  found: { readonly terms: readonly string[]; readonly start: string },
): Hit {
  const node = graph.getNodeAttributes(key);
  const has = (name: string) =>
    spell(name).startsWith(found.start) || found.terms.some((term) => fold(name).includes(term));
  const alias =
    'aliases' in node && !has(node.name) ? node.aliases.find((name) => has(name)) : undefined;
  const papers = 'papers' in node ? node.papers : undefined;
  return { key, name: node.name, type: node.type, alias, papers };
}
