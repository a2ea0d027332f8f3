import { InputError } from '../../graph/errors.ts';
import { type CorpusPath, findCorpusFiles } from './corpus-files.ts';
import { type CorpusItem, readFile } from './read-file.ts';

const FILES = 'listings (.txt) or JSON lines (.jsonl, .ndjson), gzipped (.gz) or not';

export interface ReadOptions {
  /** Gives what is broken as a diagnostic and reads on, instead of throwing. */
  readonly keepGoing?: boolean;
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/**
 * Reads documents from files, directories and standard input (`-`), one after the other; memory
 * holds one line at a time. Listings (`.txt`: a line that begins with `Abstract:`) and JSON lines
 * (`.jsonl`, `.ndjson`) are told apart by name, other files by their first line; gzip is gunzipped.
 * A document that stands in two places comes twice, under one id.
 *
 * @throws InputError for a path that does not exist, before anything is read; unless `keepGoing`,
 *   also for a broken line or file and for a path that gives no document at all
 */
export async function* readCorpus(
  paths: readonly string[],
  { keepGoing = false, stdin = process.stdin }: ReadOptions = {},
): AsyncGenerator<CorpusItem> {
  for (const path of await findCorpusFiles(paths)) {
    for await (const item of readPath(path, stdin)) {
      if (!keepGoing && 'diagnostic' in item && item.diagnostic.kind === 'broken') {
        throw new InputError(item.diagnostic.message, item.diagnostic);
      }
      yield item;
    }
  }
}

async function* readPath(
  { path, isDirectory, files, passedOver }: CorpusPath,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusItem> {
  for (const other of passedOver) {
    const message = `passed over: expected ${FILES}`;
    yield { diagnostic: { kind: 'passed over', path: other, message } };
  }
  let isBarren = isDirectory;
  for (const file of files) {
    for await (const item of readFile(file, stdin, isDirectory ? 'no document' : 'broken')) {
      if ('document' in item || item.diagnostic.kind === 'broken') isBarren = false;
      yield item;
    }
  }
  if (isBarren) {
    const message = `a directory without documents: expected ${FILES}`;
    yield { diagnostic: { kind: 'broken', path, message } };
  }
}
