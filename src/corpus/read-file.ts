import type { Document } from '../../graph/schema.ts';
import type { CorpusFile, Format } from './corpus-files.ts';
import { decodeLine } from './decode-line.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DocumentLine } from './document-line.ts';
import { readJsonLine } from './json-line.ts';
import { splitLines } from './lines.ts';
import { readListingLine } from './listing.ts';
import { readBytes, STANDARD_INPUT, whyUnreadable } from './read-bytes.ts';

/** A document with the place where it stands, or what was found instead of one. */
export type CorpusItem =
  | { readonly document: Document; readonly path: string; readonly line: number }
  | { readonly diagnostic: Diagnostic };

/**
 * Reads the documents of one file. Whatever is wrong with it comes as a diagnostic; a file in which
 * nothing is a document and nothing is broken ends with one of the kind `barren`.
 */
export async function* readFile(
  file: CorpusFile,
  stdin: AsyncIterable<Uint8Array>,
  barren: 'no document' | 'broken',
): AsyncGenerator<CorpusItem> {
  const path = file.path === STANDARD_INPUT ? 'standard input' : file.path;
  let isBarren = true;
  let isEmpty = true;
  try {
    for await (const item of readLines(file, path, stdin)) {
      isEmpty = false;
      if ('document' in item || item.diagnostic.kind === 'broken') isBarren = false;
      yield item;
    }
  } catch (cause) {
    const message = whyUnreadable(cause);
    if (message === undefined) throw cause;
    isBarren = false;
    yield { diagnostic: { kind: 'broken', path, message, cause } };
  }
  if (isBarren) {
    const message = `${isEmpty ? 'nothing' : 'no document'} in it: ${EXPECTED[file.format ?? 'unknown']}`;
    yield { diagnostic: { kind: barren, path, message } };
  }
}

const EXPECTED: Readonly<Record<Format | 'unknown', string>> = {
  listing: 'expected lines that begin with "Abstract:" (JSON lines are named .jsonl)',
  json: 'expected one JSON object a line',
  unknown: 'expected lines that begin with "Abstract:", or one JSON object a line',
};

const READERS: Readonly<Record<Format, (line: string) => DocumentLine>> = {
  listing: readListingLine,
  json: readJsonLine,
};

async function* readLines(
  file: CorpusFile,
  path: string,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<CorpusItem> {
  let { format } = file;
  for await (const bytes of splitLines(readBytes(file, stdin))) {
    const line = bytes.number;
    const decoded = decodeLine(bytes);
    if ('broken' in decoded) {
      yield { diagnostic: { kind: 'broken', path, line, message: decoded.broken } };
      if (decoded.stop) return;
      continue;
    }
    const text = decoded.text;
    if (text.trim() === '') continue;
    format ??= text.trimStart().startsWith('{') ? 'json' : 'listing';
    const read = READERS[format](text);
    if ('document' in read) yield { document: read.document, path, line };
    else if ('noise' in read)
      yield { diagnostic: { kind: 'noise', path, line, message: read.noise } };
    else yield { diagnostic: { kind: 'broken', path, line, message: read.broken } };
  }
}
