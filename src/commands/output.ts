import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { unwritable } from '../library/write-file.ts';
import type { CommandIo } from './command-io.ts';

/**
 * Hands a stream to what writes it: standard output for `-`, else a file that is written beside and renamed, so that
 * it is there whole or not at all.
 * @throws ExportError if it cannot be written; what `fill` throws
 */
export async function withOutput(
  path: string,
  io: CommandIo,
  fill: (stream: Writable) => Promise<void>,
): Promise<void> {
  if (path === '-') return fill(io.stdout);
  const beside = `${path}.${process.pid}.tmp`;
  const stream = createWriteStream(beside);
  const written = finished(stream);
  try {
    await Promise.race([fill(stream), written]);
    stream.end();
    await written;
    await rename(beside, path);
  } catch (error) {
    stream.destroy();
    await written.catch(() => undefined);
    await rm(beside, { force: true });
    throw unwritable(path, error);
  }
}
