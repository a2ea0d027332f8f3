import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collect, readJsonLines } from '../../src/library/json-lines.ts';

const schema = z.object({ name: z.string() });

function read(bytes: Uint8Array, torn?: boolean) {
  const chunks = (async function* () {
    yield bytes;
  })();
  return collect(readJsonLines('test.jsonl', schema, { chunks, ...(torn && { torn }) }));
}

const WHOLE = '{"name":"one"}\n';
const CUT_OFF = [
  ['between characters', Buffer.from(`${WHOLE}{"name":"Gr`)],
  ['within a character', Buffer.from(`${WHOLE}{"name":"Grö`).subarray(0, -1)],
] as const;

describe('readJsonLines(path, schema, options)', () => {
  it('gives the objects of all lines, with or without an end of the last one', async () => {
    expect(await read(Buffer.from(`${WHOLE}\n{"name":"Größe"}`))).toEqual([
      { name: 'one' },
      { name: 'Größe' },
    ]);
  });

  it.each(CUT_OFF)('passes over a torn last line, cut off %s', async (_, bytes) => {
    expect(await read(bytes, true)).toEqual([{ name: 'one' }]);
  });

  it.each(CUT_OFF)('names a last line that is cut off %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'InputError', line: 2 });
  });

  it('names a line of invalid UTF-8 that is not the last one, torn or not', async () => {
    const bytes = Buffer.concat([Buffer.from([0xc3, 0x0a]), Buffer.from(WHOLE)]);
    await expect(read(bytes, true)).rejects.toMatchObject({ name: 'InputError', line: 1 });
  });
});
