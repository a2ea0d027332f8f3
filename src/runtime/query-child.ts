import { openEmbedded } from '../../graph/cypher/embedded.ts';
import { QueryError } from '../../graph/cypher/query-error.ts';
import { InputError } from '../../graph/errors.ts';
import { readPropertyGraph } from '../library/read-property-graph.ts';
import type { Failure, Question, Reply } from './query-process.ts';

// The process that `openQueryProcess` starts: it loads the library, says so, and answers one question after another.
const [library = '', timeout = ''] = process.argv.slice(2);

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
