import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

/** Below that many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1_024;
/** Close to the best that brotli can do, in a tenth of the time. */
const QUALITY = 5;
/** What Node calls it when nobody takes the rest of an answer. */
const LEFT = 'ERR_STREAM_PREMATURE_CLOSE';

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } };
const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);
/** How a body is compressed whole, and how piece by piece. */
const COMPRESSION = {
  br: {
    whole: (body: Buffer) => compressBrotli(body, BROTLI),
    stream: () => createBrotliCompress(BROTLI),
  },
  gzip: { whole: (body: Buffer) => compressGzip(body), stream: () => createGzip() },
} as const;

/** Answers with JSON, compressed if the browser takes that, or with 304 where it has just this already. */
export async function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  value: unknown,
  caching: 'no-cache' | 'no-store' = 'no-cache',
): Promise<void> {
  const body = Buffer.from(JSON.stringify(value));
  const tag = toTag(createHash('sha256').update(body).digest('base64url'));
  if (isKnown(request, response, tag, caching)) return;
  const encoding = body.length < WORTH_COMPRESSING ? undefined : chooseEncoding(request, response);
  const sent = encoding ? await COMPRESSION[encoding].whole(body) : body;
  response.setHeader('Content-Length', sent.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : sent);
}

/** The tags of what has been sent; nothing that is sent is ever changed. */
const tags = new WeakMap<object, string>();

/**
 * Answers with JSON that is too long for one string, in pieces, compressed if the browser takes that, or with 304 where it
 * has just this already.
 * @param of what the pieces are made from: the same pieces each time
 */
export async function sendPieces<Value extends object>(
  request: IncomingMessage,
  response: ServerResponse,
  of: Value,
  toPieces: (of: Value) => Iterable<string>,
): Promise<void> {
  const tag = tags.get(of) ?? tagOf(toPieces(of));
  tags.set(of, tag);
  if (isKnown(request, response, tag, 'no-cache')) return;
  const encoding = chooseEncoding(request, response);
  response.writeHead(200);
  if (request.method === 'HEAD') return void response.end();
  const stream = encoding ? COMPRESSION[encoding].stream() : new PassThrough();
  try {
    await pipeline(Readable.from(toPieces(of)), stream, response);
  } catch (error) {
    // A page that is left before all has come is no failure.
    const isLeft = error instanceof Error && 'code' in error && error.code === LEFT;
    if (!isLeft) throw error;
  }
}

function tagOf(pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return toTag(hash.digest('base64url'));
}

const toTag = (digest: string): string => `W/"${digest.slice(0, 27)}"`;

/** Says what kind of answer comes, and answers with 304 where the browser has just this already. */
function isKnown(
  request: IncomingMessage,
  response: ServerResponse,
  tag: string,
  caching: 'no-cache' | 'no-store',
): boolean {
  response.setHeader('Cache-Control', caching);
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return true;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  return false;
}

/** The best compression that the browser takes, as it is told; none where it takes none. */
function chooseEncoding(
  request: IncomingMessage,
  response: ServerResponse,
): keyof typeof COMPRESSION | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((name) =>
    new RegExp(`\\b${name}\\b`).test(accepted),
  );
  if (encoding) response.setHeader('Content-Encoding', encoding);
  return encoding;
}

/** Answers that something is wrong, as JSON with one sentence for the reader. */
export function sendProblem(response: ServerResponse, status: number, message: string): void {
  const body = JSON.stringify({ error: message });
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.writeHead(status).end(response.req.method === 'HEAD' ? undefined : body);
}
