import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What stands for standard input among paths. */
export const STANDARD_INPUT = '-';

export interface ByteSource {
  readonly path: string;
  /** The name says that it is gzip; what begins as gzip is gunzipped whatever the name. */
  readonly zipped: boolean;
}

/**
 * The bytes of a file or of standard input, gunzipped where they are gzip, chunk by chunk.
 *
 * @throws the system's or zlib's own error, which `whyUnreadable` puts into words
 */
export async function* readBytes(
  { path, zipped }: ByteSource,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Uint8Array> =
    path === STANDARD_INPUT ? stdin : createReadStream(path);
  const rest = chunks[Symbol.asyncIterator]();
  try {
    const head = await readHead(rest);
    const whole = joined(head, rest);
    yield* zipped || isGzip(head) ? gunzip(whole) : whole;
  } finally {
    await rest.return?.();
  }
}

/** Puts an error of `readBytes` into words; undefined where it is no trouble of the input. */
export function whyUnreadable(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) {
    return undefined;
  }
  if (error.code === 'Z_BUF_ERROR') {
    return 'the gzip data end too early: expected a whole file; fetch or make it anew';
  }
  if (error.code.startsWith('Z_')) {
    return `the gzip data are damaged (${error.message}): expected a whole file; fetch or make it anew`;
  }
  return WHY.get(error.code) ?? `cannot be read (${error.message})`;
}

const WHY: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist: expected a file or a directory; check the path'],
  ['ENOTDIR', 'does not exist: expected a file or a directory; check the path'],
  ['EACCES', 'may not be read: check its permissions'],
  ['EPERM', 'may not be read: check its permissions'],
  ['ELOOP', 'is a circle of symbolic links: expected a file or a directory'],
]);

/** At least two bytes, as many as the magic number of gzip has, unless there are fewer. */
async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

async function* joined(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // Whoever reads the last stream gets the error of any; the callback has nothing to add.
  return pipeline(Readable.from(chunks), createGunzip(), () => undefined);
}
