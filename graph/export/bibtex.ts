import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { PaperNode } from '../schema.ts';
import { compare } from '../union.ts';
import { type ExportOptions, papersOf } from './export-options.ts';

/**
 * The papers of the graph, and those behind its edges, as a BibTeX file, sorted by id. Titles and names keep their
 * letters (UTF-8) and the formulas of their authors; what would break an entry is escaped.
 */
export function* toBibtex(
  graph: KnowledgeGraph,
  { whole = graph }: ExportOptions = {},
): Generator<string> {
  const papers = papersOf(whole);
  const ids = new Set(papersOf(graph).keys());
  graph.forEachEdge((_, { paper }) => ids.add(paper));
  const taken = new Set<string>();
  for (const id of [...ids].sort(compare)) {
    const paper = papers.get(id);
    if (paper) yield toEntry(paper, citationKey(id, taken));
  }
}

function toEntry(paper: PaperNode, key: string): string {
  const { id, name, title = name, authors = [], date, url, categories = [] } = paper;
  const [year, month] = date?.split('-') ?? [];
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${toTex(title)}}`],
    ['author', authors.length > 0 ? authors.map(toAuthor).join(' and ') : undefined],
    ['year', year],
    ['month', month && String(Number(month))],
    ...identify(id, categories[0]),
    ['url', url && withoutBraces(url)],
  ];
  const lines = fields.flatMap(([field, value]) => (value ? [`  ${field} = {${value}},\n`] : []));
  return `@misc{${key},\n${lines.join('')}}\n\n`;
}

/** arXiv's own fields, or the DOI. https://info.arxiv.org/help/hypertex/bibstyles/ */
function identify(id: string, category: string | undefined): [string, string | undefined][] {
  if (ARXIV.test(id)) {
    return [
      ['eprint', id],
      ['archiveprefix', 'arXiv'],
      ['primaryclass', category && toTex(category)],
    ];
  }
  return id.startsWith('10.') ? [['doi', withoutBraces(id)]] : [];
}

const ARXIV = /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Za-z-]+)?\/\d{7})$/;

/** `2601.00001`; what a key may not hold is a hyphen, and of two alike the second gets a number. */
function citationKey(id: string, taken: Set<string>): string {
  const plain = id.replace(/[^A-Za-z0-9.:/_-]+/g, '-');
  let key = plain;
  for (let number = 2; taken.has(key); number++) key = `${plain}-${number}`;
  taken.add(key);
  return key;
}

/** A name that holds a comma or `and` by itself is put in braces, so that it stays one. */
function toAuthor(name: string): string {
  const tex = toTex(name);
  return /\band\b/i.test(name) || name.split(',').length > 3 ? `{${tex}}` : tex;
}

/**
 * Text as TeX reads it: signs with a meaning are escaped, unless they are already or stand in a formula; braces that do
 * not match go, and so do the ends of lines. `R&D of $x_1$` -> `R\&D of $x_1$`
 */
function toTex(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const parts = splitFormulas(isBalanced(line) ? line : withoutBraces(line));
  return parts
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(\\.)|[&%#_$]/g, escapeSign)))
    .join('');
}

const escapeSign = (sign: string, escaped: string | undefined) => escaped ?? `\\${sign}`;

/** Text and formulas by turns, the text first; a `$` without another is text. */
function splitFormulas(line: string): string[] {
  return line.split(/((?<!\\)\$(?:[^$\\]|\\.)+\$)/);
}

function isBalanced(line: string): boolean {
  let depth = 0;
  for (const sign of line) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) return false;
  }
  return depth === 0 && !line.endsWith('\\');
}

const withoutBraces = (text: string) => text.replace(/[{}]|\\$/g, '');
