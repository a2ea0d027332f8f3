import { createHash, type Hash } from 'node:crypto';
import { ExportError } from '../../graph/errors.ts';
import { DISK, type Disk, type OpenFile } from './disk.ts';
import { FILE_LIMIT } from './json-lines.ts';

/** UTF-16 code units that are gathered before they are written: each writing waits for the disk. */
const BATCH = 1 << 20;

/**
 * Writes a file beside and renames it, so that a reader sees the old one or the new one, whole.
 * What was begun is removed when writing fails.
 * @returns the SHA-256 of what was written, in hex
 * @throws ExportError if it cannot be written
 */
export async function writeFileWhole(
  path: string,
  chunks: Iterable<string>,
  disk: Disk = DISK,
): Promise<string> {
  const beside = `${path}.${process.pid}.tmp`;
  const hash = createHash('sha256');
  try {
    const file = await disk.open(beside, 'w');
    try {
      await writeChunks(file, chunks, hash);
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(beside, path);
    return hash.digest('hex');
  } catch (error) {
    await removeQuietly(beside, disk);
    throw unwritable(path, error);
  }
}

/** Removes a file, if it is there. @throws ExportError if it cannot be removed */
export async function removeFile(path: string, disk: Disk): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Puts a failure of the system into words: where, why, and what to do. Anything else stays as it is. */
export function unwritable(path: string, error: unknown): unknown {
  if (error instanceof ExportError) return error;
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  const why = WHY[String(error.code)] ?? error.message;
  return new ExportError(`${path} cannot be written: ${why}`, { cause: error });
}

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device; make room and run the same command again',
  EDQUOT: 'the quota is used up; make room and run the same command again',
  EROFS: 'the file system is read-only; name another folder',
  EACCES: 'permission is denied; name another folder, or change its permissions',
  EPERM: 'permission is denied; name another folder, or change its permissions',
  ENOENT: 'its folder does not exist and cannot be made; name another one',
  ENOTDIR: 'a part of its path is a file; name another folder',
  EEXIST: 'a file is in the way; name another folder',
  EISDIR: 'it is a folder; name a file',
  ENAMETOOLONG: 'its name is too long; choose a shorter one',
};

/** What cannot be removed now is swept up by the next build; why the writing failed is what counts. */
async function removeQuietly(path: string, disk: Disk): Promise<void> {
  await disk.remove(path).catch(() => undefined);
}

async function writeChunks(file: OpenFile, chunks: Iterable<string>, hash: Hash): Promise<void> {
  let batch = '';
  const flush = async () => {
    const bytes = Buffer.from(batch);
    batch = '';
    hash.update(bytes);
    await file.append(bytes);
  };
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}

/** Each object as a line of JSON. */
export function* toJsonLines(objects: Iterable<unknown>): Generator<string> {
  for (const object of objects) yield `${JSON.stringify(object)}\n`;
}

/**
 * An object as the one line of a file.
 * @throws ExportError for one that could not be read again
 */
export function toWholeLine(path: string, object: unknown, limit = FILE_LIMIT): string {
  const line = stringify(object);
  if (line !== undefined && Buffer.byteLength(line) <= limit) return `${line}\n`;
  throw new ExportError(
    `${path} cannot be written: it would be longer than ${limit} bytes, the most that can be read again; build the papers into several libraries`,
  );
}

/** Undefined for more than fits into one text. */
function stringify(object: unknown): string | undefined {
  try {
    return JSON.stringify(object);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
