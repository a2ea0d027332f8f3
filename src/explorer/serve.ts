import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { InputError } from '../../graph/errors.ts';
import type { Document, ExplorerData } from '../../graph/schema.ts';
import { listen } from './listen.ts';
import { isOwnHost } from './own-host.ts';
import { sendJson, sendProblem } from './send.ts';

export const DEFAULT_PORT = 4173;

export interface ExplorerOptions {
  /** The graph with its layout. It is asked for at every load of the page, so that a rebuilt library shows. */
  readonly graph: () => Promise<ExplorerData>;
  /** A paper's document, or nothing where the library has no such paper. */
  readonly findDocument: (id: string) => Promise<Document | undefined>;
  /** The folder of the built page. */
  readonly assets: string;
  /** 4173 where it is left out; 0 for any free one. One that is taken gives way to the next free one. */
  readonly port?: number;
  /** 127.0.0.1 where it is left out: nobody else can reach it. */
  readonly host?: string;
  /** Told of a request that failed inside. */
  readonly report?: (error: unknown) => void;
}

export interface RunningExplorer {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

/**
 * Serves the explorer's page with `graph.json` and `documents/<id>`, to this machine alone unless told otherwise.
 * @throws {InputError} where the page has not been built or no port is free.
 */
export async function serveExplorer(options: ExplorerOptions): Promise<RunningExplorer> {
  if (!existsSync(join(options.assets, 'index.html'))) {
    const message = 'The explorer has not been built. Build it with: npm run build';
    throw new InputError(message, { path: options.assets });
  }
  const host = options.host ?? '127.0.0.1';
  const server = createServer(createHandler(options, host));
  await listen(server, options.port ?? DEFAULT_PORT, host);
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

const UNREADABLE = 'The library could not be read.';

const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    // The layout's worker is made by the page itself.
    'worker-src blob:',
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

function createHandler(options: ExplorerOptions, host: string) {
  const serveAsset = sirv(options.assets, { etag: true, dotfiles: false });
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (!isOwnHost(request.headers.host, host)) {
      sendProblem(response, 421, 'This server answers only under its own address.');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      sendProblem(response, 405, 'Only GET and HEAD are answered.');
      return;
    }
    answer(request, response, options, serveAsset).catch((error: unknown) => {
      options.report?.(error);
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500, error instanceof InputError ? error.located : UNREADABLE);
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { graph, findDocument }: ExplorerOptions,
  serveAsset: ReturnType<typeof sirv>,
): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?');
  if (path === '/graph.json') return sendJson(request, response, await graph());
  const encoded = /^\/documents\/([^/]+)$/.exec(path)?.[1];
  if (encoded === undefined) {
    response.setHeader('Cache-Control', 'no-cache');
    serveAsset(request, response, () => sendProblem(response, 404, 'There is no such page.'));
    return;
  }
  const id = decode(encoded);
  const found = id === undefined ? undefined : await findDocument(id);
  if (found) return sendJson(request, response, found);
  sendProblem(response, 404, 'There is no such document in this library.');
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
