import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Amendment, amendment } from '../../graph/decisions/amendment.ts';
import {
  type Outcome,
  type Signature,
  signature,
  TOKEN_HEADER,
} from '../../graph/decisions/wire.ts';
import { UsageError } from '../../graph/errors.ts';
import { BodyError, readBody } from './read-body.ts';
import { sendJson, sendProblem } from './send.ts';

/** What a page may write. */
export interface Writing {
  /** In whose name. */
  readonly author: string;
  amend(said: Amendment): Promise<Outcome>;
  /** Takes back what was decided at once. */
  undo(decided: Signature): Promise<Outcome>;
}

/** Whether a path is one that writes. */
export const isWriting = (path: string): boolean => path in WRITES;

type Write = (body: unknown, writing: Writing) => Promise<Outcome>;

const WRITES: Readonly<Record<string, Write>> = {
  '/amend': (body, writing) => writing.amend(amendment.parse(body)),
  '/undo': (body, writing) => writing.undo(signature.parse(body)),
};

/**
 * Answers a request that writes. It must be a POST of JSON from a page of this server, which alone can read the token:
 * other sites can neither read it nor send a header of their own.
 */
export async function answerWrite(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { writing, token }: { readonly writing: Writing; readonly token: string },
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    return sendProblem(response, 405, 'Only POST is answered here.');
  }
  if (!isFromOwnPage(request) || !isToken(request.headers[TOKEN_HEADER], token)) {
    return sendProblem(response, 403, 'Only this page may write. Load it again.');
  }
  try {
    const done = await WRITES[path]?.(await readBody(request), writing);
    await sendJson(request, response, done);
  } catch (error) {
    if (error instanceof BodyError) {
      // What is left of the body is not waited for.
      response.setHeader('Connection', 'close');
      sendProblem(response, error.status, error.message);
    } else if (error instanceof z.ZodError) {
      sendProblem(response, 400, `This cannot be said of a graph: ${z.prettifyError(error)}`);
    } else if (error instanceof UsageError) sendProblem(response, 422, `${error.message}.`);
    else throw error;
  }
}

/** Browsers say from where a request comes; what is no browser may leave it out. */
function isFromOwnPage({ headers: { origin, host, ...others } }: IncomingMessage): boolean {
  const site = others['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || origin === `http://${host}`;
}

/** Compares in a time that tells nothing of where two tokens differ. */
function isToken(given: string | string[] | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(String(given)), digest(token));
}
