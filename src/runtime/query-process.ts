import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Answer, tooLong } from '../../graph/cypher/embedded.ts';
import { QueryError } from '../../graph/cypher/query-error.ts';
import { GraphError, InputError } from '../../graph/errors.ts';
import type { Failure, Question } from './query-protocol.ts';
import { type Child, startChild } from './start-query-child.ts';

/** A library that answers queries; disposing of it ends its process. */
export interface QueryProcess extends AsyncDisposable {
  /**
   * Answers a query. One that takes too much time or memory, or makes the database fall over, ends the process; the next
   * one is answered by a new process.
   * @throws QueryError with the place in the query, where that is known
   */
  ask(text: string, parameters?: Question['parameters']): Promise<Answer>;
}

export interface QueryProcessOptions {
  /** How long a query may take, in milliseconds. */
  readonly timeout: number;
  /** Memory that a query may take beyond what the library does, in bytes. */
  readonly memory?: number;
  /** Ends the process, and with it the query that it is at. */
  readonly signal?: AbortSignal;
}

const MEMORY = 2 ** 31;
/** What the engine is given beyond its time to stop by itself, in milliseconds. */
const GRACE = 2000;

/**
 * Loads a library into a throw-away database in a process of its own: what a query could do beyond reading, it would do
 * to a copy in memory, in an empty folder, and what it takes of memory and time ends with it.
 * @throws InputError where there is no library or it is broken; GraphError where the database is not installed
 */
export async function openQueryProcess(
  library: string,
  { timeout, memory = MEMORY, signal }: QueryProcessOptions,
): Promise<QueryProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'sotagraph-query-'));
  const args = [resolve(library), String(timeout), String(memory)];
  const leave = () => rm(folder, { recursive: true, force: true });
  const open = async () => {
    const opened = startChild(args, folder, signal);
    try {
      const reply = await opened.next();
      if (reply && 'failure' in reply) throw toError(reply.failure, '');
      if (!reply) throw new GraphError('the embedded database ended while it was loaded');
      return opened;
    } catch (error) {
      await opened.end();
      throw error;
    }
  };
  let child = await open().catch(async (error) => {
    await leave();
    throw error;
  });
  return {
    async ask(text, parameters = {}) {
      if (child.hasEnded()) child = await open();
      const reply = await child.ask({ text, parameters }, timeout + GRACE);
      if (reply && 'answer' in reply) return reply.answer;
      if (reply && 'failure' in reply) throw toError(reply.failure, text);
      throw new QueryError(explainEnd(child, timeout, memory), { text });
    },
    async [Symbol.asyncDispose]() {
      await child.end();
      await leave();
    },
  };
}

function explainEnd({ isLate, signal }: Child, timeout: number, memory: number): string {
  if (isLate()) return tooLong(timeout);
  // By its own watch, or by the system's.
  if (signal() === 'SIGKILL') {
    return `the query takes more memory than ${memory / 2 ** 20} MB; ask for less`;
  }
  return 'the embedded database fell over at this query, which may be nested too deep or take too much memory; ask for less';
}

function toError({ kind, message, offset }: Failure, text: string): Error {
  if (kind === 'query') return new QueryError(message, { text, offset });
  return kind === 'input' ? new InputError(message) : new GraphError(message);
}
