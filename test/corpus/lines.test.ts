import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/corpus/lines.ts';

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

async function split(text: string, { size = 3, limit = 10 } = {}) {
  const lines: [number, string | undefined][] = [];
  for await (const { number, bytes } of splitLines(chunksOf(Buffer.from(text), size), limit)) {
    lines.push([number, bytes?.toString()]);
  }
  return lines;
}

describe('splitLines(chunks, limit)', () => {
  it('joins a line that stands in several chunks', async () => {
    expect(await split('abcdefg\nhi')).toEqual([
      [1, 'abcdefg'],
      [2, 'hi'],
    ]);
  });

  it('gives no line after the last newline', async () => {
    expect(await split('a\n\n')).toEqual([
      [1, 'a'],
      [2, ''],
    ]);
  });

  it('splits at \\n alone', async () => {
    expect(await split('a\rb\u2028c\r\n')).toEqual([[1, 'a\rb\u2028c\r']]);
  });

  it('takes a line of exactly the limit', async () => {
    expect(await split('0123456789\n')).toEqual([[1, '0123456789']]);
  });

  it('gives a line over the limit once and without its bytes', async () => {
    expect(await split('0123456789012345678901234567890\nnext')).toEqual([
      [1, undefined],
      [2, 'next'],
    ]);
  });

  it('says that a line is too long before it has read it to the end', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield Buffer.from('aaaa');
      }
    }
    const first = await splitLines(endless(), 10).next();
    expect(first.value).toEqual({ number: 1, bytes: undefined });
    expect(read).toBe(3);
  });

  it('splits as String.split does, however the bytes are cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', '𝒳') });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const expected = text.split('\n');
        if (expected.at(-1) === '') expected.pop();
        const lines = await split(text, { size, limit: 1000 });
        expect(lines).toEqual(expected.map((line, index) => [index + 1, line]));
      }),
    );
  });
});
