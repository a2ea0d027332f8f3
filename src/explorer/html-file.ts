import { UsageError } from '../../graph/errors.ts';
import { paperKey } from '../../graph/knowledge-graph.ts';
import type { Document, ExplorerData } from '../../graph/schema.ts';
import { topByPapers } from '../../graph/top-by-papers.ts';
import { type PageContents, toPageFile } from './page-file.ts';

/** How large a file may be where nothing else is said: browsers and mail still take it well. */
export const DEFAULT_LIMIT = 20;
const MEGABYTE = 1_000_000;

export interface HtmlFile {
  readonly html: string;
  readonly bytes: number;
  /** Entities in it, and in the whole library. */
  readonly entities: number;
  readonly of: number;
  readonly papers: number;
}

/**
 * The explorer with a library in one HTML file, whole or the top of it by papers.
 * @param options.limit in megabytes
 * @throws {UsageError} where the file would be larger; it names a part that fits
 */
export async function toHtmlFile(
  library: PageContents,
  options: { readonly assets: string; readonly top?: number; readonly limit: number },
): Promise<HtmlFile> {
  const of = entitiesIn(library);
  const make = async (top: number): Promise<HtmlFile> => {
    const part = top < of ? topOf(library, top) : library;
    const html = await toPageFile(part, options.assets);
    // Everything in it is ASCII but the names in the page's own frame.
    const bytes = Buffer.byteLength(html);
    return { html, bytes, entities: entitiesIn(part), of, papers: part.documents.length };
  };
  const wanted = options.top ?? of;
  const file = await make(wanted);
  if (file.bytes <= options.limit * MEGABYTE) return file;
  throw new UsageError(await tooLarge(file, options.limit, make));
}

/** Half of it, a quarter and so on, until it fits. */
async function tooLarge(
  file: HtmlFile,
  limit: number,
  make: (top: number) => Promise<HtmlFile>,
): Promise<string> {
  const head = `the file would have ${megabytes(file.bytes)}, which is over ${limit} MB`;
  const whole = `take all with --limit ${Math.ceil(file.bytes / MEGABYTE)}`;
  for (let top = halve(file.entities); top > 0; top = halve(top)) {
    const smaller = await make(top);
    if (smaller.bytes > limit * MEGABYTE) continue;
    const size = megabytes(smaller.bytes);
    return `${head}; take the ${top.toLocaleString('en')} things that most papers name with --top ${top} (${size}), or ${whole}`;
  }
  return `${head}, and no part of it fits; ${whole}`;
}

/** Half, to two digits: 8613 -> 4300. */
function halve(amount: number): number {
  const half = Math.floor(amount / 2);
  const unit = 10 ** Math.max(0, String(half).length - 2);
  return Math.floor(half / unit) * unit;
}

/** `1.3 MB` */
export const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

const entitiesIn = ({ data }: PageContents): number =>
  data.nodes.filter((node) => 'papers' in node).length;

function topOf(library: PageContents, most: number): PageContents {
  const { data, documents } = library;
  const { nodes, edges } = topByPapers(data, most);
  const kept = new Set(nodes.map(({ key }) => key));
  const placesOf = (positions: ExplorerData['positions']) =>
    Object.fromEntries(Object.entries(positions).filter(([key]) => kept.has(key)));
  const communities = data.communities
    .map((keys) => keys.filter((key) => kept.has(key)))
    .filter((keys) => keys.length > 0);
  return {
    data: {
      ...{ ...data, nodes, edges, communities, of: entitiesIn(library) },
      ...{ positions: placesOf(data.positions), top: placesOf(data.top) },
    },
    documents: documents.filter(({ id }: Document) => kept.has(paperKey(id))),
  };
}
