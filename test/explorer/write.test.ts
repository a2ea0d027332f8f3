import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { session as sessionSchema, TOKEN_HEADER } from '../../graph/decisions/wire.ts';
import { UsageError } from '../../graph/errors.ts';
import { BODY_LIMIT } from '../../src/explorer/read-body.ts';
import { type RunningExplorer, serveExplorer } from '../../src/explorer/serve.ts';
import type { Writing } from '../../src/explorer/write.ts';

const OUTCOME = {
  decisions: [],
  difference: { added: ['a'], removed: [], changed: [] },
  problems: [],
};
const RENAME = { kind: 'rename', thing: 'simsd', name: 'SimSD' };

let assets = '';
let server: RunningExplorer;
let written: unknown[] = [];

const writing: Writing = {
  author: 'ada',
  amend: async (said) => {
    if (said.kind === 'drop') throw new UsageError(`"${said.what}" is nothing in this library`);
    written.push(said);
    return OUTCOME;
  },
  undo: async (decided) => {
    written.push(decided);
    return OUTCOME;
  },
};

beforeAll(async () => {
  assets = await mkdtemp(join(tmpdir(), 'explorer-'));
  await writeFile(join(assets, 'index.html'), '<!doctype html>');
  server = await serveExplorer({
    assets,
    port: 0,
    graph: () => Promise.reject(new Error('not asked for')),
    findDocument: async () => undefined,
    writing,
    decisions: async () => [],
  });
});
afterEach(() => {
  written = [];
});
afterAll(async () => {
  await server.close();
  await rm(assets, { recursive: true });
});

async function token(): Promise<string> {
  const session = await fetch(new URL('session.json', server.url));
  expect(session.headers.get('cache-control')).toBe('no-store');
  return sessionSchema.parse(await session.json()).token;
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [TOKEN_HEADER]: await token(),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, said: await answer.json() };
}

describe('a server that may write', () => {
  it('writes what its own page says', async () => {
    const origin = new URL(server.url).origin;
    expect(await post('amend', RENAME, { origin })).toEqual({ status: 200, said: OUTCOME });
    const signature = { at: '2026-03-14T12:00:00.000Z', author: 'ada' };
    expect((await post('undo', signature)).status).toBe(200);
    expect(written).toEqual([RENAME, signature]);
  });

  it.each<readonly [string, Record<string, string>]>([
    ['without the token', { [TOKEN_HEADER]: '' }],
    ['with another token', { [TOKEN_HEADER]: 'A'.repeat(43) }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another page of this machine', { origin: 'http://127.0.0.1:1' }],
    ['from a frame of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a request %s', async (_, headers) => {
    expect((await post('amend', RENAME, headers)).status).toBe(403);
    expect(written).toEqual([]);
  });

  it.each<readonly [string, number, unknown, Record<string, string>]>([
    ['no JSON', 400, '{', {}],
    ['an unknown amendment', 400, { kind: 'forget' }, {}],
    ['an amendment without a name', 400, { ...RENAME, name: '' }, {}],
    ['what is too long', 413, { ...RENAME, name: 'x'.repeat(BODY_LIMIT) }, {}],
    ['what is not called JSON', 415, RENAME, { 'content-type': 'text/plain' }],
    ['what is not in the graph', 422, { kind: 'drop', what: 'nobody' }, {}],
  ])('refuses %s with %i', async (_, status, body, headers) => {
    const answer = await post('amend', body, headers);
    expect(answer.status).toBe(status);
    expect(answer.said).toEqual({ error: expect.any(String) });
    expect(written).toEqual([]);
  });

  it.each(['GET', 'PUT', 'OPTIONS'])('does not write for %s', async (method) => {
    const answer = await fetch(new URL('amend', server.url), { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('gives each start a token of its own', async () => {
    const other = await serveExplorer({
      assets,
      port: 0,
      graph: () => Promise.reject(new Error('not asked for')),
      findDocument: async () => undefined,
      writing,
    });
    const answer = await fetch(new URL('session.json', other.url));
    const session = sessionSchema.parse(await answer.json());
    await other.close();
    expect(session.token).not.toBe(await token());
    expect(session.token).toMatch(/^[\w-]{43}$/);
  });
});

describe('a server that may not write', () => {
  it('gives no token and takes no amendment', async () => {
    const reader = await serveExplorer({
      assets,
      port: 0,
      graph: () => Promise.reject(new Error('not asked for')),
      findDocument: async () => undefined,
    });
    const session = await fetch(new URL('session.json', reader.url));
    const amended = await fetch(new URL('amend', reader.url), { method: 'POST', body: '{}' });
    await reader.close();
    expect([session.status, amended.status]).toEqual([204, 405]);
  });
});
