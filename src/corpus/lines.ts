/** The longest line that is read. Escaped in JSON, a text of 50,000 characters takes 300,000 bytes. */
export const LINE_LIMIT = 1_000_000;

const NEWLINE = 0x0a;

export interface ByteLine {
  /** One-based. */
  readonly number: number;
  /** Without the newline; undefined where the line is longer than the limit. */
  readonly bytes: Buffer | undefined;
}

/**
 * Splits bytes at `\n` alone, so that U+2028 and a bare `\r` stay inside their line.
 * A line over the limit (bytes) is given as soon as that is known, and its rest is let go:
 * memory holds no more than a chunk and a line.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit = LINE_LIMIT,
): AsyncGenerator<ByteLine> {
  let number = 1;
  let length = 0;
  let parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const newline = chunk.indexOf(NEWLINE, start);
      const end = newline < 0 ? chunk.length : newline;
      const fitted = length <= limit;
      length += end - start;
      if (length <= limit) parts.push(chunk.subarray(start, end));
      else if (fitted) {
        parts = [];
        yield { number, bytes: undefined };
      }
      start = end + 1;
      if (newline < 0) continue;
      if (length <= limit) yield { number, bytes: Buffer.concat(parts, length) };
      number += 1;
      length = 0;
      parts = [];
    }
  }
  if (length > 0 && length <= limit) yield { number, bytes: Buffer.concat(parts, length) };
}
