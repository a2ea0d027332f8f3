import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Document, ExplorerData } from '../../graph/schema.ts';
import { type RunningExplorer, serveExplorer } from '../../src/explorer/serve.ts';

const DOCUMENT: Document = { id: 'cs/9901001', text: 'An abstract.' };
const GRAPH: ExplorerData = {
  schema: 1,
  nodes: Array.from({ length: 40 }, (_, index) => ({
    schema: 1 as const,
    key: `paper:${index}`,
    type: 'Paper' as const,
    name: `A paper with the number ${index}`,
    id: String(index),
  })),
  edges: [],
  positions: {},
  top: {},
  communities: [],
};

let folder = '';
let assets = '';
const running: RunningExplorer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explorer-'));
  assets = join(folder, 'assets');
  await mkdir(assets);
  await writeFile(join(assets, 'index.html'), '<!doctype html><title>Explorer</title>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});
afterAll(() => rm(folder, { recursive: true }));

async function serve(options: Partial<Parameters<typeof serveExplorer>[0]> = {}) {
  const server = await serveExplorer({
    assets,
    port: 0,
    graph: async () => GRAPH,
    findDocument: async (id) => (id === DOCUMENT.id ? DOCUMENT : undefined),
    ...options,
  });
  running.push(server);
  return server;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks with the path exactly as it stands, which `fetch` would tidy up. */
function ask(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject).end();
  });
}

const json = (body: Buffer): unknown => JSON.parse(body.toString());

describe('serveExplorer(options)', () => {
  it('serves the page and says which address it has', async () => {
    const { url } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { status, headers, body } = await ask(url, '/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html;charset=utf-8']);
    expect(body.toString()).toContain('<title>Explorer</title>');
  });

  it('serves the graph, compressed as the browser likes it', async () => {
    const { url } = await serve();
    const plain = await ask(url, '/graph.json');
    expect(json(plain.body)).toEqual(GRAPH);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const zipped = await ask(url, '/graph.json', { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(json(gunzipSync(zipped.body))).toEqual(GRAPH);
    const brotli = await ask(url, '/graph.json', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(json(brotliDecompressSync(brotli.body))).toEqual(GRAPH);
  });

  it('sends nothing again that the browser has', async () => {
    const { url } = await serve();
    const { etag = '' } = (await ask(url, '/graph.json')).headers;
    const again = await ask(url, '/graph.json', { headers: { 'if-none-match': etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('serves a document by its encoded id', async () => {
    const { url } = await serve();
    const { status, body } = await ask(url, '/documents/cs%2F9901001');
    expect([status, json(body)]).toEqual([200, DOCUMENT]);
  });

  it.each(['/documents/unknown', '/documents/%E0%A4%A', '/documents/', '/nothing.js'])(
    'answers 404 as JSON to %s',
    async (path) => {
      const { url } = await serve();
      const { status, headers, body } = await ask(url, path);
      expect([status, headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
      expect(json(body)).toEqual({ error: expect.stringContaining('There is no such') });
    },
  );

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt'])(
    'does not leave its folder for %s',
    async (path) => {
      const { url } = await serve();
      const { status, body } = await ask(url, path);
      expect(status).toBe(404);
      expect(body.toString()).not.toContain('secret.txt');
      expect(body.toString()).not.toBe('secret');
    },
  );

  it.each(['evil.example', 'evil.example:4173', '127.0.0.1.evil.example', '10.0.0.1'])(
    'does not answer under the name %s',
    async (host) => {
      const { url } = await serve();
      expect((await ask(url, '/graph.json', { headers: { host } })).status).toBe(421);
    },
  );

  it.each(['127.0.0.1:1', 'localhost', 'LOCALHOST:4173', '[::1]:4173'])(
    'answers under the name %s',
    async (host) => {
      const { url } = await serve();
      expect((await ask(url, '/graph.json', { headers: { host } })).status).toBe(200);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { url } = await serve();
    const { status, headers } = await ask(url, '/graph.json', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD without a body', async () => {
    const { url } = await serve();
    const { status, headers, body } = await ask(url, '/documents/cs%2F9901001', {
      method: 'HEAD',
    });
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers['content-length'])).toBe(JSON.stringify(DOCUMENT).length);
    const graph = await ask(url, '/graph.json', { method: 'HEAD' });
    expect([graph.status, graph.body.length]).toEqual([200, 0]);
  });

  it('allows the page nothing but its own files', async () => {
    const { url } = await serve();
    for (const path of ['/', '/graph.json', '/nothing']) {
      const { headers } = await ask(url, path);
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('takes the next free port where one is taken', async () => {
    const first = await serve();
    const port = Number(new URL(first.url).port);
    const second = await serve({ port });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    expect((await ask(second.url, '/')).status).toBe(200);
  });

  it('says that the page has to be built', async () => {
    const missing = join(folder, 'missing');
    await expect(serve({ assets: missing })).rejects.toMatchObject({
      name: 'InputError',
      path: missing,
      message: expect.stringContaining('npm run build'),
    });
  });

  it('reports what failed and tells the page no more than that', async () => {
    const failure = new Error('a private path');
    const reported: unknown[] = [];
    const { url } = await serve({
      findDocument: () => Promise.reject(failure),
      report: (error) => reported.push(error),
    });
    const { status, body } = await ask(url, '/documents/1');
    expect([status, json(body)]).toEqual([500, { error: 'The library could not be read.' }]);
    expect(reported).toEqual([failure]);
  });
});
