import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ExportError } from '../../graph/errors.ts';
import type { ExportedFile } from '../../graph/export/export-options.ts';
import { unwritable } from '../library/write-file.ts';
import { type CommandIo, write } from './command-io.ts';

/** UTF-16 code units, or bytes, that are gathered before they are written. */
const BATCH = 1 << 16;

/**
 * Hands a stream to what writes it: standard output for `-`, else a file that is written beside and renamed, so that
 * it is there whole or not at all. The file that a link leads to is written; a pipe or a device as it comes.
 * @throws ExportError if it cannot be written; what `fill` throws
 */
export async function withOutput(
  path: string,
  io: CommandIo,
  fill: (stream: Writable) => Promise<void>,
): Promise<void> {
  if (path === '-') return fill(io.stdout);
  if (await isStream(path)) return writeTo(path, path, fill);
  const file = await realpath(path).catch(() => path);
  await rename(await writeBeside(file, fill), file).catch(async (error) => {
    await rm(besideOf(file), { force: true });
    throw unwritable(path, error);
  });
}

/**
 * Writes the files of a folder beside and renames them when all of them stand, so that a failure leaves what was there.
 * @throws ExportError if they cannot be written; what their pieces throw
 */
export async function writeFolder(
  folder: string,
  files: Iterable<ExportedFile>,
  io: CommandIo,
): Promise<void> {
  const made = await mkdir(folder, { recursive: true }).catch((error) => {
    throw unwritable(folder, error);
  });
  const paths: string[] = [];
  try {
    for (const { name, pieces } of files) {
      const path = join(folder, name);
      paths.push(path);
      await writeBeside(path, (stream) => writePieces(stream, pieces, io));
    }
    for (const path of paths) {
      await rename(besideOf(path), path).catch((error) => {
        throw unwritable(path, error);
      });
    }
  } catch (error) {
    for (const path of paths) await rm(besideOf(path), { force: true });
    if (made !== undefined) await rm(made, { recursive: true });
    throw error;
  }
}

/** Writes pieces as they come, many at once; a slow reader bounds memory. @throws AbortError when the command is stopped */
export async function writePieces(
  stream: Writable,
  pieces: Iterable<string | Uint8Array>,
  { signal }: Pick<CommandIo, 'signal'>,
): Promise<void> {
  let batch = '';
  for (const piece of pieces) {
    signal.throwIfAborted();
    if (typeof piece !== 'string') {
      await write(stream, piece);
      continue;
    }
    batch += piece;
    if (batch.length < BATCH) continue;
    await write(stream, batch);
    batch = '';
  }
  if (batch !== '') await write(stream, batch);
}

/** What stands at a path, links followed, if anything does. */
const find = (path: string) => stat(path).catch(() => undefined);

/** Whether something stands there that holds no bytes: what is beside a pipe or a device could not take its place. */
async function isStream(path: string): Promise<boolean> {
  const found = await find(path);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Told of before anything is written, rather than when all of it stands. */
async function expectNoFolder(path: string): Promise<void> {
  const found = await find(path);
  if (found?.isDirectory()) {
    throw new ExportError(`${path} cannot be written: it is a folder; name a file`);
  }
}

const besideOf = (path: string) => `${path}.${process.pid}.tmp`;

/** The path of a whole file, to be renamed; there is none where writing fails. */
async function writeBeside(
  path: string,
  fill: (stream: Writable) => Promise<void>,
): Promise<string> {
  await expectNoFolder(path);
  const beside = besideOf(path);
  try {
    await writeTo(beside, path, fill);
    return beside;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** @throws ExportError, which tells of `path`, if it cannot be written; what `fill` throws */
async function writeTo(
  target: string,
  path: string,
  fill: (stream: Writable) => Promise<void>,
): Promise<void> {
  const stream = createWriteStream(target);
  const written = finished(stream);
  try {
    await Promise.race([fill(stream), written]);
    stream.end();
    await written;
  } catch (error) {
    stream.destroy();
    await written.catch(() => undefined);
    throw unwritable(path, error);
  }
}
