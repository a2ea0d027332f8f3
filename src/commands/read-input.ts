import { InputError } from '../../graph/errors.ts';
import { readCorpus } from '../corpus/read-corpus.ts';
import type { CorpusItem } from '../corpus/read-file.ts';
import type { CommandIo } from './command-io.ts';

/** The documents of a command's paths; what is broken ends the command, which says how to go on without it. */
export async function* readInput(
  paths: readonly string[],
  keepGoing: boolean,
  { stdin }: CommandIo,
): AsyncGenerator<CorpusItem> {
  try {
    yield* readCorpus(paths, { keepGoing, stdin });
  } catch (error) {
    if (!(error instanceof InputError) || error.path === undefined || error.line === undefined) {
      throw error;
    }
    const { path, line, cause } = error;
    const message = `${error.message} (or pass over what is broken with --keep-going)`;
    throw new InputError(message, { path, line, cause });
  }
}
