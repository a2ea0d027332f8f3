import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError, UsageError } from '../../graph/errors.ts';
import { readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import type { Document, NodeLine } from '../../graph/schema.ts';
import { toHtmlFile } from '../../src/explorer/html-file.ts';
import { type PageContents, toPageFile } from '../../src/explorer/page-file.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/page.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/page.css">
  </head>
  <body>
    <div id="explorer"></div>
  </body>
</html>
`;

let assets = '';

beforeAll(async () => {
  assets = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  await mkdir(join(assets, 'assets'));
  await writeFile(join(assets, 'index.html'), PAGE);
  await writeFile(join(assets, 'icon.svg'), '<svg/>');
  await writeFile(join(assets, 'assets', 'page.js'), 'const end = "</script><!--$&";');
  await writeFile(join(assets, 'assets', 'page.css'), 'a::before { content: "</style>" }');
});
afterAll(() => rm(assets, { recursive: true }));

const paper = (id: string): NodeLine => ({
  schema: 1,
  key: `paper:${id}`,
  type: 'Paper',
  name: id,
  id,
});
const method = (key: string): NodeLine => ({
  schema: 1,
  key,
  type: 'Method',
  name: key,
  aliases: [],
  papers: 1,
  votes: { Method: 1 },
  classTerm: false,
  statistics: [],
});

/** As many papers as asked for, each of which names a method; a text of their own makes them hard to compress. */
function library(size: number): PageContents {
  const ids = Array.from({ length: size }, (_, index) => String(index).padStart(4, '0'));
  const nodes = ids.flatMap((id) => [paper(id), method(`m-${id}`)]);
  const edges = ids.map((id) => ({
    schema: 1 as const,
    source: `paper:${id}`,
    type: 'MENTIONS' as const,
    target: `m-${id}`,
    paper: id,
    field: 'text' as const,
    start: 0,
    end: 1,
    by: 'test',
    confidence: 1,
  }));
  const documents = ids.map((id): Document => ({ id, text: noise(Number(id)) }));
  const { positions } = layOut(readKnowledgeGraph(nodes, edges));
  return {
    data: {
      schema: 1,
      nodes,
      edges,
      positions,
      top: {},
      communities: [ids.map((id) => `m-${id}`)],
    },
    documents,
  };
}

/** 3,000 letters without a pattern. */
function noise(seed: number): string {
  let state = seed + 1;
  const letter = () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90));
  };
  return Array.from({ length: 3_000 }, letter).join('');
}

const block = (html: string, id: string): unknown => {
  const packed = new RegExp(`<script type="application/gzip" id="${id}">([^<]*)</script>`).exec(
    html,
  );
  return JSON.parse(gunzipSync(Buffer.from(packed?.[1] ?? '', 'base64')).toString());
};

describe('toPageFile(contents, assets)', () => {
  it('holds the graph and the documents, unpacked as they were', async () => {
    const contents = library(2);
    const html = await toPageFile(contents, assets);
    expect(block(html, 'library-graph')).toEqual(contents.data);
    expect(block(html, 'library-documents')).toEqual(contents.documents);
  });

  it('refers to no other file', async () => {
    const html = await toPageFile(library(1), assets);
    expect(html).not.toMatch(/\bsrc=/);
    expect(html.match(/href="(?!data:)/)).toBeNull();
  });

  it('lets neither script nor style end early', async () => {
    const html = await toPageFile(library(1), assets);
    expect(html).toContain('<script type="module">const end = "\\x3C/script>\\x3C!--$&";</script>');
    expect(html).toContain('<style>a::before { content: "\\3C /style>" }</style>');
  });

  it('says what to do where the page has not been built', async () => {
    const built = toPageFile(library(1), join(assets, 'nothing'));
    await expect(built).rejects.toThrow(InputError);
    await expect(built).rejects.toThrow('Build it with: npm run build');
  });
});

describe('toHtmlFile(library, options)', () => {
  it('gives the whole library where it fits', async () => {
    const file = await toHtmlFile(library(3), { assets, limit: 1 });
    expect(file).toMatchObject({ entities: 3, of: 3, papers: 3 });
    expect(file.bytes).toBe(Buffer.byteLength(file.html));
    expect(block(file.html, 'library-graph')).not.toHaveProperty('of');
  });

  it('gives the part that was asked for', async () => {
    const file = await toHtmlFile(library(3), { assets, limit: 1, top: 2 });
    expect(file).toMatchObject({ entities: 2, of: 3, papers: 2 });
    expect(block(file.html, 'library-documents')).toHaveLength(2);
    expect(block(file.html, 'library-graph')).toMatchObject({
      communities: [['m-0000', 'm-0001']],
      of: 3,
    });
  });

  it('refuses what is too large, and names a part that fits', async () => {
    const refused = toHtmlFile(library(60), { assets, limit: 0.1 });
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(
      /the file would have 0\.2 MB, which is over 0\.1 MB; take the (30|15) things that most papers name with --top \1 \(0\.1 MB\), or take all with --limit 1/,
    );
  });
});
