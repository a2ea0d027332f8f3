import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

/** Below that many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1_024;
/** Close to the best that brotli can do, in a tenth of the time. */
const QUALITY = 5;
/** What Node calls it when nobody takes the rest of an answer. */
const LEFT = 'ERR_STREAM_PREMATURE_CLOSE';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Answers with JSON, compressed if the browser takes that, or with 304 where it has just this already. */
export async function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  value: unknown,
  caching: 'no-cache' | 'no-store' = 'no-cache',
): Promise<void> {
  const body = Buffer.from(JSON.stringify(value));
  const tag = toTag(createHash('sha256').update(body).digest('base64url'));
  response.setHeader('Cache-Control', caching);
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const encoded = await encode(body, String(request.headers['accept-encoding'] ?? ''));
  if (encoded.encoding) response.setHeader('Content-Encoding', encoded.encoding);
  response.setHeader('Content-Length', encoded.body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : encoded.body);
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
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const { encoding, stream } = encoder(String(request.headers['accept-encoding'] ?? ''));
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.writeHead(200);
  if (request.method === 'HEAD') return void response.end();
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

function encoder(accepted: string): { stream: Transform; encoding?: 'br' | 'gzip' } {
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    return { stream: createBrotliCompress({ params }), encoding: 'br' };
  }
  if (/\bgzip\b/.test(accepted)) return { stream: createGzip(), encoding: 'gzip' };
  return { stream: new PassThrough() };
}

/** Answers that something is wrong, as JSON with one sentence for the reader. */
export function sendProblem(response: ServerResponse, status: number, message: string): void {
  const body = JSON.stringify({ error: message });
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.writeHead(status).end(response.req.method === 'HEAD' ? undefined : body);
}

async function encode(
  body: Buffer,
  accepted: string,
): Promise<{ body: Buffer; encoding?: 'br' | 'gzip' }> {
  if (body.length < WORTH_COMPRESSING) return { body };
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    return { body: await compressBrotli(body, { params }), encoding: 'br' };
  }
  if (/\bgzip\b/.test(accepted)) return { body: await compressGzip(body), encoding: 'gzip' };
  return { body };
}
