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

/** Searches names, aliases and titles of papers; what more papers speak of comes first. */
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
  graph.forEachNode((id, node) => {
    if (node.type === 'Result') return;
    const aliases = node.type === 'Paper' ? [node.id] : node.aliases;
    index.add({ id, name: node.name, aliases });
  });
  return {
    find(query, most) {
      const { text } = toPlain(query);
      const wanted = slug(text);
      return index
        .search(text)
        .map(({ id, terms }) => {
          const key = String(id);
          const isExact = slug(graph.getNodeAttribute(key, 'name')) === wanted;
          return { key, terms, isExact };
        })
        .sort((a, b) => Number(b.isExact) - Number(a.isExact))
        .slice(0, most)
        .map(({ key, terms }) => toHit(graph, key, terms));
    },
  };
}

/** What one types on a keyboard for what one reads: `M²D` is found by `m2d`, `Pokémon` by `pokemon`. */
const fold = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function toHit(graph: Library['graph'], key: string, terms: readonly string[]): Hit {
  const node = graph.getNodeAttributes(key);
  const has = (name: string) => terms.some((term) => fold(name).includes(term));
  const alias =
    'aliases' in node && !has(node.name) ? node.aliases.find((name) => has(name)) : undefined;
  const papers = 'papers' in node ? node.papers : undefined;
  return { key, name: node.name, type: node.type, alias, papers };
}
