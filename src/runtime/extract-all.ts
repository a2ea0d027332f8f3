import { type Document, type Extraction, extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import { atLeast } from '../extract/at-least.ts';
import { documentHash } from '../library/document-hash.ts';
import { openReader, type Reader, worthwhileThreads } from './open-reader.ts';

/** Documents in flight for each thread, so that none waits for the next. */
const AHEAD = 4;

/**
 * Reads documents and gives their facts in the order of the documents, holding only a few in memory.
 * @param extractor the version that is noted in each line
 * @param options.signal ends the reading before the next document
 * @param options.minConfidence leaves out what is less sure
 * @throws whatever reading a document throws, and the signal's reason
 */
export async function* extractAll(
  documents: Iterable<Document> | AsyncIterable<Document>,
  reader: Reader,
  extractor: string,
  { signal, minConfidence = 0 }: ExtractAll = {},
): AsyncGenerator<Extraction> {
  const flying: Promise<Extraction>[] = [];
  try {
    for await (const document of documents) {
      signal?.throwIfAborted();
      const reading = readOne(document, reader, extractor, minConfidence);
      // A failure is thrown when its turn comes; until then it must not count as unhandled.
      reading.catch(() => undefined);
      flying.push(reading);
      if (flying.length >= reader.threads * AHEAD) yield* land(flying);
    }
    while (flying.length > 0) {
      signal?.throwIfAborted();
      yield* land(flying);
    }
  } finally {
    // A thread must not be ended in the middle of a run of its model.
    await Promise.allSettled(flying);
  }
}

/** Gives the first of what is being read, once it has been, and lets it go. */
async function* land(flying: Promise<Extraction>[]): AsyncGenerator<Extraction> {
  const [first] = flying;
  if (first) yield await first;
  flying.shift();
}

/**
 * Opens as many threads as so many documents are worth, reads them, and closes the threads again.
 * @param opened told of the reader, once there is one
 * @throws InputError if the model cannot be loaded, and what `extractAll` throws
 */
export async function* extractDocuments(
  documents: readonly Document[],
  {
    threads = worthwhileThreads(documents.length),
    extractor,
    opened,
    ...options
  }: ExtractDocuments,
): AsyncGenerator<Extraction> {
  await using reader = await openReader(threads);
  opened?.(reader);
  yield* extractAll(documents, reader, extractor, options);
}

export interface ExtractAll {
  readonly signal?: AbortSignal;
  readonly minConfidence?: number | undefined;
}

export interface ExtractDocuments extends ExtractAll {
  readonly extractor: string;
  readonly threads?: number | undefined;
  readonly opened?: (reader: Reader) => void;
}

async function readOne(
  document: Document,
  reader: Reader,
  extractor: string,
  minConfidence: number,
): Promise<Extraction> {
  const facts = atLeast(await reader.read(document), minConfidence);
  const head = { schema: SCHEMA_VERSION, id: document.id, hash: documentHash(document), extractor };
  // Parsed, so that the bytes are those of a line that was written and read again.
  return extraction.parse({ ...head, document, ...facts });
}
