import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Documents } from '../../graph/documents.ts';
import { InputError } from '../../graph/errors.ts';
import { createMemory } from '../../graph/memory.ts';
import { type Document, extraction } from '../../graph/schema.ts';
import { splitLines } from '../corpus/lines.ts';
import { whyUnreadable } from '../corpus/read-bytes.ts';
import { isCode } from './disk.ts';
import { documentIndex } from './document-index.ts';
import { explained, isJson, LINE_LIMIT, parseLine, textOf } from './json-lines.ts';
import { libraryFiles } from './library-files.ts';
import { readersManifest } from './manifest.ts';

/** The documents of a library, as they stood when it was opened. */
export interface OpenDocuments extends Documents, Disposable {
  /** In the order of the facts. */
  readonly ids: Iterable<string>;
}

/** How many documents are kept that have been asked for. */
const REMEMBERED = 20_000;

const paper = z.object({ id: z.string(), document: extraction.shape.document });

/**
 * Opens the documents of a library: each is read from its line when it is asked for. Where the index of the lines is
 * missing, or is not that of these facts, they are looked through once.
 * @throws InputError where there is no library, or for a broken line
 */
export async function openDocuments(folder: string): Promise<OpenDocuments> {
  const { facts: path } = libraryFiles(folder);
  // It stays the same file when a build puts another one in its place.
  const file = open(path);
  try {
    const lines = (await readIndex(folder, file)) ?? (await lookThrough(path, file));
    const remember = createMemory<Document>(REMEMBERED);
    return {
      ids: lines.keys(),
      get(id) {
        const line = lines.get(id);
        return line && remember(id, () => readDocument(file, line, path));
      },
      [Symbol.dispose]: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** The bytes of a line, without its end. */
interface Line {
  readonly start: number;
  readonly length: number;
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    const why = whyUnreadable(cause);
    throw why ? new InputError(why, { path, cause }) : cause;
  }
}

const bytesOf = (file: number) => createReadStream('', { fd: file, autoClose: false, start: 0 });

/** The lines by the index, if it and the facts have the digests of the manifest. */
async function readIndex(
  folder: string,
  file: number,
): Promise<ReadonlyMap<string, Line> | undefined> {
  const files = libraryFiles(folder);
  const written = await readIfThere(files.manifest);
  if (written === undefined || !isJson(written)) return undefined;
  const digests = parseLine(written, readersManifest, { path: files.manifest });
  const index = await readIfThere(files.index);
  if (index === undefined || digestOf(index) !== digests.files.index) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(file)) hash.update(chunk);
  if (hash.digest('hex') !== digests.facts) return undefined;
  const lines = new Map<string, Line>();
  let start = 0;
  for (const [id, bytes] of parseLine(index, documentIndex, { path: files.index }).papers) {
    lines.set(id, { start, length: bytes - 1 });
    start += bytes;
  }
  return lines;
}

async function lookThrough(path: string, file: number): Promise<ReadonlyMap<string, Line>> {
  const lines = new Map<string, Line>();
  let start = 0;
  for await (const line of splitLines(explained(path, bytesOf(file)), LINE_LIMIT)) {
    const text = textOf(line, path);
    const length = line.bytes?.length ?? 0;
    if (text) lines.set(parseLine(text, paper, { path, line: line.number }).id, { start, length });
    start += length + 1;
  }
  return lines;
}

function readDocument(file: number, { start, length }: Line, path: string): Document {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, start);
  return parseLine(bytes.toString('utf8'), paper, { path }).document;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
