import { type Document, type Extraction, extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import { documentHash } from '../library/document-hash.ts';
import { openReader, type Reader, worthwhileThreads } from './open-reader.ts';

/** Documents in flight for each thread, so that none waits for the next. */
const AHEAD = 4;

/**
 * Reads documents and gives their facts in the order of the documents, holding only a few in memory.
 * @param extractor the version that is noted in each line
 * @param signal ends the reading before the next document
 * @throws whatever reading a document throws, and the signal's reason
 */
export async function* extractAll(
  documents: Iterable<Document> | AsyncIterable<Document>,
  reader: Reader,
  extractor: string,
  signal?: AbortSignal,
): AsyncGenerator<Extraction> {
  const flying: Promise<Extraction>[] = [];
  for await (const document of documents) {
    signal?.throwIfAborted();
    flying.push(readOne(document, reader, extractor));
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    flying.at(-1)?.catch(() => undefined);
    const next = flying.length >= reader.threads * AHEAD ? flying.shift() : undefined;
    if (next) yield await next;
  }
  for (const next of flying) {
    signal?.throwIfAborted();
    yield await next;
  }
}

/**
 * Opens as many threads as so many documents are worth, reads them, and closes the threads again.
 * @param opened told of the reader, once there is one
 * @throws InputError if the model cannot be loaded, and what `extractAll` throws
 */
export async function* extractDocuments(
  documents: readonly Document[],
  { threads = worthwhileThreads(documents.length), extractor, signal, opened }: ExtractDocuments,
): AsyncGenerator<Extraction> {
  await using reader = await openReader(threads);
  opened?.(reader);
  yield* extractAll(documents, reader, extractor, signal);
}

export interface ExtractDocuments {
  readonly extractor: string;
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal;
  readonly opened?: (reader: Reader) => void;
}

async function readOne(document: Document, reader: Reader, extractor: string): Promise<Extraction> {
  const facts = await reader.read(document);
  const head = { schema: SCHEMA_VERSION, id: document.id, hash: documentHash(document), extractor };
  // Parsed, so that the bytes are those of a line that was written and read again.
  return extraction.parse({ ...head, document, ...facts });
}
