import { InputError } from '../../graph/errors.ts';
import type { Diagnostic } from '../corpus/diagnostic.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import type { CorpusItem } from '../corpus/read-file.ts';
import { describePassedOver } from './build-summary.ts';
import type { CommandIo } from './command-io.ts';

/**
 * The documents of a command's paths; what is broken ends the command, which says how to go on without it.
 * @throws InputError where there is none at all, also with `keepGoing`; what `readCorpus` throws
 */
export async function* readInput(
  paths: readonly string[],
  keepGoing: boolean,
  { stdin }: CommandIo,
): AsyncGenerator<CorpusItem> {
  try {
    yield* expectDocuments(readCorpus(paths, { keepGoing, stdin }));
  } catch (error) {
    if (!(error instanceof InputError) || error.path === undefined || error.line === undefined) {
      throw error;
    }
    const { path, line, cause } = error;
    const message = `${error.message} (or pass over what is broken with --keep-going)`;
    throw new InputError(message, { path, line, cause });
  }
}

async function* expectDocuments(corpus: AsyncIterable<CorpusItem>): AsyncGenerator<CorpusItem> {
  const passedOver: Diagnostic[] = [];
  let isBarren = true;
  for await (const item of corpus) {
    if ('document' in item) isBarren = false;
    else if (isBarren) passedOver.push(item.diagnostic);
    yield item;
  }
  if (isBarren) {
    throw new InputError(`no document could be read: ${describePassedOver(passedOver)}`);
  }
}
