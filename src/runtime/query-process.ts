import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer, Parameter } from '../../graph/cypher/embedded.ts';
import { QueryError } from '../../graph/cypher/query-error.ts';
import { GraphError, InputError } from '../../graph/errors.ts';

export interface Question {
  readonly text: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** What the process says: that the graph is loaded, an answer, or what went wrong. */
export type Reply =
  | { readonly ready: true }
  | { readonly answer: Answer }
  | { readonly failure: Failure };

export interface Failure {
  readonly kind: 'query' | 'input' | 'other';
  readonly message: string;
  readonly offset?: number | undefined;
}

/** A library that answers queries; disposing of it ends its process. */
export interface QueryProcess extends AsyncDisposable {
  /** @throws QueryError with the place in the query */
  ask(text: string, parameters?: Question['parameters']): Promise<Answer>;
}

/**
 * Loads a library into a throw-away database in a process of its own: what a query could do beyond reading, it would do
 * to a copy in memory, in an empty folder, and what it takes of memory and time ends with it.
 * @param signal ends the process, and with it the query that it is at
 * @throws InputError where there is no library or it is broken; GraphError where the database is not installed
 */
export async function openQueryProcess(
  library: string,
  { timeout, signal }: { readonly timeout: number; readonly signal?: AbortSignal },
): Promise<QueryProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'sotagraph-query-'));
  const program = new URL('./query-child.js', import.meta.url);
  const child = fork(program, [resolve(library), String(timeout)], { cwd: folder });
  const closed = once(child, 'close');
  const end = async () => {
    child.kill('SIGKILL');
    await closed;
    await rm(folder, { recursive: true, force: true });
  };
  const stop = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  const next = async (): Promise<Reply> => {
    const reply = new Promise<Reply>((settle) => child.once('message', settle));
    const ended = closed.then(() => {
      signal?.throwIfAborted();
      throw new GraphError(
        'the embedded database has ended by itself; the query may take more memory than there is',
      );
    });
    return Promise.race([reply, ended]);
  };
  const first = await next();
  if ('failure' in first) {
    await end();
    throw toError(first.failure, '');
  }
  return {
    async ask(text, parameters = {}) {
      const question: Question = { text, parameters };
      child.send(question);
      const reply = await next();
      if ('failure' in reply) throw toError(reply.failure, text);
      if ('answer' in reply) return reply.answer;
      throw new GraphError('the embedded database gave no answer');
    },
    [Symbol.asyncDispose]: end,
  };
}

function toError({ kind, message, offset }: Failure, text: string): Error {
  if (kind === 'query') return new QueryError(message, { text, offset });
  return kind === 'input' ? new InputError(message) : new GraphError(message);
}
