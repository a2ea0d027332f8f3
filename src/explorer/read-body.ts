import type { IncomingMessage } from 'node:http';

/** The largest body that is read, in bytes: a name or two and a number. */
export const BODY_LIMIT = 16_384;

/** Why a body was not taken, with the status that says so. */
export class BodyError extends Error {
  override name = 'BodyError';
  readonly status: 400 | 413 | 415;

  constructor(status: BodyError['status'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The JSON that a request brings. @throws BodyError where it is none, or too long */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const [type] = (request.headers['content-type'] ?? '').split(';');
  if (type?.trim() !== 'application/json') {
    throw new BodyError(415, 'Expected a body of type application/json.');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > BODY_LIMIT) throw new BodyError(413, `Expected at most ${BODY_LIMIT} bytes.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new BodyError(400, 'The body is no JSON.', { cause });
  }
}
