import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/** Bytes that are gathered before they are written. */
const BATCH = 1 << 16;

/**
 * Writes a file beside and renames it, so that a reader sees the old one or the new one, whole.
 * What was begun is removed when writing fails.
 */
export async function writeFileWhole(path: string, chunks: Iterable<string>): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(beside, 'w');
    try {
      await writeChunks(file, chunks);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeChunks(file: FileHandle, chunks: Iterable<string>): Promise<void> {
  let batch = '';
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length < BATCH) continue;
    await file.appendFile(batch);
    batch = '';
  }
  await file.appendFile(batch);
}

/** Each object as a line of JSON. */
export function* toJsonLines(objects: Iterable<unknown>): Generator<string> {
  for (const object of objects) yield `${JSON.stringify(object)}\n`;
}
