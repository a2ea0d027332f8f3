import { Worker } from 'node:worker_threads';
import { openEmbedded } from '../../graph/cypher/embedded.ts';
import { QueryError } from '../../graph/cypher/query-error.ts';
import { InputError } from '../../graph/errors.ts';
import { readPropertyGraph } from '../library/read-property-graph.ts';
import type { Failure, Question, Reply } from './query-protocol.ts';

// The process that `startChild` starts: it loads the library, says so, and answers one question after another.
const [library = '', timeout = '', memory = ''] = process.argv.slice(2);

try {
  const embedded = await openEmbedded(await readPropertyGraph(library), {
    timeout: Number(timeout),
  });
  process.on('message', async ({ text, parameters }: Question) => {
    try {
      reply({ answer: await embedded.ask(text, parameters) });
    } catch (error) {
      reply({ failure: toFailure(error) });
    }
  });
  // The engine bounds its buffers, but neither its lists nor the answer, and it may keep this thread busy.
  const most = process.memoryUsage.rss() + Number(memory);
  new Worker(new URL('./memory-watch.js', import.meta.url), { workerData: most }).unref();
  reply({ ready: true });
} catch (error) {
  reply({ failure: toFailure(error) });
}

function reply(message: Reply): void {
  process.send?.(message);
}

function toFailure(error: unknown): Failure {
  if (error instanceof QueryError) {
    return { kind: 'query', message: error.message, offset: error.offset };
  }
  if (error instanceof InputError) return { kind: 'input', message: error.located };
  return { kind: 'other', message: error instanceof Error ? error.message : String(error) };
}
