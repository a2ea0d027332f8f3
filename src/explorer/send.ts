import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below that many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1_024;
/** Close to the best that brotli can do, in a tenth of the time. */
const QUALITY = 5;

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
  const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
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
