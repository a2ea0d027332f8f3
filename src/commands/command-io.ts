import type { Readable, Writable } from 'node:stream';

/** What a command may touch of the world: handed in, so that a test can watch it. */
export interface CommandIo {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** Aborted by Ctrl-C: a command ends its work and leaves what can be gone on from. */
  readonly signal: AbortSignal;
  /** Whether only errors are to be said on standard error. */
  readonly quiet: () => boolean;
}

/** Writes a line that informs, unless quiet. */
export function say(io: CommandIo, line = ''): void {
  if (!io.quiet()) io.stderr.write(`${line}\n`);
}

/**
 * Writes, and waits until it is written, so that a slow reader of a pipe bounds memory.
 * @throws the system's error, where it cannot be written
 */
export function write(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
