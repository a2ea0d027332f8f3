import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { InputError } from '../../graph/errors.ts';
import type { Document, ExplorerData } from '../../graph/schema.ts';
import { graphText } from './graph-text.ts';

export interface PageContents {
  readonly data: ExplorerData;
  /** The documents of the papers in the data. */
  readonly documents: readonly Document[];
}

/**
 * The explorer as one HTML file that asks nobody for anything: its script, its styles and its picture are in it, the graph
 * and the documents as gzipped JSON in base64, which no name can break out of, and its policy allows nothing else.
 * @param assets the folder of the built page
 * @throws {InputError} where the page has not been built
 */
export async function toPageFile(
  { data, documents }: PageContents,
  assets: string,
): Promise<string> {
  const page = await readPage(assets);
  const blocks = [
    dataBlock('library-graph', await pack(graphText(data))),
    dataBlock('library-documents', await pack([JSON.stringify(documents)])),
  ];
  return page.html
    .replace(STYLE, () => `<style>${page.style}</style>`)
    .replace(ICON, () => `<link rel="icon" href="data:image/svg+xml;base64,${page.icon}">`)
    .replace(CHARSET, (charset) => `${charset}\n    ${policy(page)}`)
    .replace(SCRIPT, '')
    .replace('</body>', () =>
      [...blocks, `<script type="module">${page.script}</script>`, '</body>'].join('\n'),
    );
}

const CHARSET = /<meta charset="utf-8" ?\/?>/;
const STYLE = /<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/;
const SCRIPT = /\s*<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/;
const ICON = /<link rel="icon" href="([^"]+)"[^>]*>/;

interface Page {
  readonly html: string;
  readonly script: string;
  readonly style: string;
  /** In base64. */
  readonly icon: string;
}

async function readPage(assets: string): Promise<Page> {
  try {
    const html = await readFile(join(assets, 'index.html'), 'utf8');
    const find = async (tag: RegExp) => {
      const name = tag.exec(html)?.[1];
      if (!name) throw new Error(`index.html has no ${tag.source}`);
      return readFile(join(assets, name));
    };
    if (!CHARSET.test(html)) throw new Error(`index.html has no ${CHARSET.source}`);
    return {
      html,
      script: withoutTags(String(await find(SCRIPT))),
      style: withoutEnd(String(await find(STYLE))),
      icon: (await find(ICON)).toString('base64'),
    };
  } catch (cause) {
    const message = 'The explorer has not been built. Build it with: npm run build';
    throw new InputError(message, { path: assets, cause });
  }
}

/** Nothing in a script may look like its end, or like a comment, to the HTML parser; `\x3C` means `<` in all its literals. */
const withoutTags = (script: string): string =>
  script.replaceAll('\r\n', '\n').replace(/<(?=\/?script|!--)/gi, '\\x3C');

const withoutEnd = (style: string): string =>
  style.replaceAll('\r\n', '\n').replace(/<(?=\/style)/gi, '\\3C ');

/** What the browser may load and run: this script, this style, and what they make of themselves. */
function policy({ script, style }: Page): string {
  const directives = [
    "default-src 'none'",
    `script-src ${digestOf(script)}`,
    `style-src ${digestOf(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${directives.join('; ')}">`;
}

const digestOf = (source: string): string =>
  `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** Text in pieces, gzipped, in base64. */
async function pack(pieces: Iterable<string>): Promise<string> {
  const zipped = await buffer(Readable.from(pieces).pipe(createGzip({ level: 9 })));
  return zipped.toString('base64');
}

const dataBlock = (id: string, packed: string): string =>
  `<script type="application/gzip" id="${id}">${packed}</script>`;
