import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { InputError } from '../../graph/errors.ts';
import { findLibraryFiles } from '../library/library-files.ts';
import type { ByteSource } from './read-bytes.ts';
import { STANDARD_INPUT, whyUnreadable } from './read-bytes.ts';

/** `listing`: lines that begin with `Abstract:`; `json`: one JSON object a line. */
export type Format = 'listing' | 'json';

export interface CorpusFile extends ByteSource {
  /** Undefined where the name does not say: the first line decides. */
  readonly format: Format | undefined;
}

/** A path as it was given, with the files that it stands for. */
export interface CorpusPath {
  readonly path: string;
  readonly isDirectory: boolean;
  readonly files: readonly CorpusFile[];
  /** What a directory holds besides documents: other formats, links to directories or to nothing, sockets. */
  readonly passedOver: readonly string[];
}

/**
 * Finds the files that paths stand for, before any is read. A directory stands for the listings and
 * JSON lines in it and below, sorted by path in code units; hidden entries are not looked at.
 *
 * @throws InputError where a path does not exist or a directory may not be read
 */
export async function findCorpusFiles(paths: readonly string[]): Promise<CorpusPath[]> {
  const found: CorpusPath[] = [];
  for (const path of paths) {
    found.push((await isDirectory(path)) ? await findBelow(path) : given(path));
  }
  return found;
}

async function isDirectory(path: string): Promise<boolean> {
  return path !== STANDARD_INPUT && (await attempt(path, stat(path))).isDirectory();
}

const given = (path: string): CorpusPath => ({
  path,
  isDirectory: false,
  files: [toFile(path)],
  passedOver: [],
});

async function findBelow(path: string): Promise<CorpusPath> {
  const files: CorpusFile[] = [];
  const passedOver: string[] = [];
  for (const below of (await listBelow(path)).sort()) {
    const file = toFile(below);
    if (file.format && (await isFile(below))) files.push(file);
    else passedOver.push(below);
  }
  return { path, isDirectory: true, files, passedOver };
}

/** Not so of a link that leads nowhere. */
function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * Everything below a directory that is no directory itself; links to directories are not followed, and a library's own
 * files are no papers.
 */
async function listBelow(directory: string): Promise<string[]> {
  const entries = await attempt(directory, readdir(directory, { withFileTypes: true }));
  const ours = findLibraryFiles(entries.map(({ name }) => name));
  const below = entries
    .filter(({ name }) => !name.startsWith('.') && !ours.has(name))
    .map((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? listBelow(path) : [path];
    });
  return (await Promise.all(below)).flat();
}

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['txt', 'listing'],
  ['jsonl', 'json'],
  ['ndjson', 'json'],
]);

function toFile(path: string): CorpusFile {
  const zipped = /\.gz$/i.test(path);
  const extension = extname(zipped ? path.slice(0, -3) : path).slice(1);
  return { path, zipped, format: FORMATS.get(extension.toLowerCase()) };
}

async function attempt<T>(path: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    throw new InputError(whyUnreadable(cause) ?? String(cause), { path, cause });
  }
}
