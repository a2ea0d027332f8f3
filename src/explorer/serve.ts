import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import type { Session } from '../../graph/decisions/wire.ts';
import { InputError } from '../../graph/errors.ts';
import type { Decision, Document, ExplorerData } from '../../graph/schema.ts';
import { graphText } from './graph-text.ts';
import { listen } from './listen.ts';
import { isOwnHost } from './own-host.ts';
import { sendJson, sendPieces, sendProblem } from './send.ts';
import { answerWrite, isWriting, type Writing } from './write.ts';

export const DEFAULT_PORT = 4173;

export interface ExplorerOptions {
  /** The graph with its layout. It is asked for at every load of the page, so that a rebuilt library shows. */
  readonly graph: () => Promise<ExplorerData>;
  /** A paper's document, or nothing where the library has no such paper. */
  readonly findDocument: (id: string) => Promise<Document | undefined>;
  /** The folder of the built page. */
  readonly assets: string;
  /** What persons decided, the first first. */
  readonly decisions?: () => Promise<readonly Decision[]>;
  /** What the page may write; nothing where it is left out. */
  readonly writing?: Writing;
  /** The folders of the model and of the runtime with which the page reads an abstract; it cannot where they are left out. */
  readonly reading?: { readonly model: string; readonly runtime: string };
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
 * Serves the explorer's page to this machine alone unless told otherwise. Beside its files: `graph.json`,
 * `documents/<id>`, `decisions.json`, `session.json` with the token that `amend` and `undo` ask for, and under `model/` and
 * `runtime/` what reads abstracts.
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

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  // The layout's worker is made by the page itself.
  'worker-src': "'self' blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');

const SECURITY_HEADERS = {
  'Content-Security-Policy': policy(POLICY),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The script that runs the model may compile WebAssembly; no other may. */
const READER = /^\/assets\/reader-[\w-]+\.js$/;
const READER_POLICY = policy({ ...POLICY, 'script-src': "'self' 'wasm-unsafe-eval'" });

/** What of the runtime's folder is handed out. */
const RUNTIME_FILES = /^\/ort-wasm-simd-threaded\.(?:mjs|wasm)$/;

function createHandler(options: ExplorerOptions, host: string) {
  const { reading } = options;
  const folders: Folders = {
    assets: sirv(options.assets, { etag: true, dotfiles: false, brotli: true, gzip: true }),
    ...(reading && {
      model: sirv(reading.model, { etag: true, dotfiles: false }),
      runtime: sirv(reading.runtime, { etag: true, dotfiles: false }),
    }),
  };
  const token = randomBytes(32).toString('base64url');
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (!isOwnHost(request.headers.host, host)) {
      sendProblem(response, 421, 'This server answers only under its own address.');
      return;
    }
    answer(request, response, { ...options, folders, token }).catch((error: unknown) => {
      options.report?.(error);
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500, error instanceof InputError ? error.located : UNREADABLE);
    });
  };
}

type Folder = ReturnType<typeof sirv>;
interface Folders {
  readonly assets: Folder;
  readonly model?: Folder;
  readonly runtime?: Folder;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ExplorerOptions & { readonly folders: Folders; readonly token: string },
): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?');
  const { writing, token } = options;
  if (writing && isWriting(path)) {
    return answerWrite(path, request, response, { writing, token });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendProblem(response, 405, 'Only GET and HEAD are answered.');
  }
  if (path === '/graph.json') {
    return sendPieces(request, response, await options.graph(), graphText);
  }
  if (path === '/decisions.json' && options.decisions) {
    return sendJson(request, response, { decisions: await options.decisions() });
  }
  if (path === '/session.json') {
    // That nothing may be written is an answer, not a fault that a browser would report.
    if (!writing) return void response.writeHead(204).end();
    const session: Session = { token, author: writing.author };
    return sendJson(request, response, session, 'no-store');
  }
  const encoded = /^\/documents\/([^/]+)$/.exec(path)?.[1];
  if (encoded !== undefined) {
    const id = decode(encoded);
    const found = id === undefined ? undefined : await options.findDocument(id);
    if (found) return sendJson(request, response, found);
    return sendProblem(response, 404, 'There is no such document in this library.');
  }
  sendFile(path, request, response, options.folders);
}

function sendFile(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { assets, model, runtime }: Folders,
): void {
  const notFound = () => sendProblem(response, 404, 'There is no such page.');
  const [, folder, name = ''] = /^\/(model|runtime)(\/[^/]+)$/.exec(path) ?? [];
  response.setHeader('Cache-Control', 'no-cache');
  if (READER.test(path)) response.setHeader('Content-Security-Policy', READER_POLICY);
  const serve = folder === 'model' ? model : folder === 'runtime' ? runtime : assets;
  const isKept = folder === 'runtime' && !RUNTIME_FILES.test(name);
  // Within its folder a file has no other path than its name.
  if (folder) request.url = name;
  if (serve && !isKept) serve(request, response, notFound);
  else notFound();
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
