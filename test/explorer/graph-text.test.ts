import { describe, expect, it } from 'vitest';
import type { ExplorerData } from '../../graph/schema.ts';
import { graphText } from '../../src/explorer/graph-text.ts';
import { readByLines } from '../../viz/read-by-lines.ts';
import { smallLibrary } from '../viz/small-library.ts';

const EMPTY: ExplorerData = {
  ...{ schema: 2, nodes: [], edges: [], positions: {}, top: {}, communities: [] },
};
const LARGE: ExplorerData = {
  ...smallLibrary(),
  nodes: Array.from({ length: 5_000 }, (_, number) => ({
    ...{ schema: 2, type: 'Paper', key: `paper:${number}`, id: String(number) },
    name: `Ein “größerer” Titel \n mit \u2028 ${'lang '.repeat(number % 40)}`,
  })),
  positions: { 'a"b': [1, -2.5], __proto__x: [0, 0], '],': [3, 4] },
  top: { '}': [0, 1] },
  of: 9_000,
};

const streamOf = (bytes: Uint8Array<ArrayBuffer>, size: number) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(bytes.subarray(at, at + size));
      }
      controller.close();
    },
  });
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe.each([
  ['nothing', EMPTY],
  ['a small library', smallLibrary()],
  ['many nodes', LARGE],
])('graphText(data) of %s', (_name, data) => {
  const text = [...graphText(data)].join('');

  it('is JSON', () => {
    expect(JSON.parse(text)).toEqual(data);
  });

  it.each([1_000_003, 4_099, 61])('is read by its lines, %d bytes at a time', async (size) => {
    expect(await readByLines(streamOf(bytesOf(text), size))).toEqual(data);
  });
});

describe('graphText(data)', () => {
  it('comes in pieces of which none is long', () => {
    const pieces = [...graphText(LARGE)];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  });
});

describe('readByLines(body)', () => {
  const read = (text: string) => readByLines(streamOf(bytesOf(text), 7));

  it('reads an object on one line', async () => {
    expect(await read('{"a":[1],"b":{"c":2}}')).toEqual({ a: [1], b: { c: 2 } });
  });

  it.each([
    ['nothing', ''],
    ['no object', '[1]'],
    ['no JSON', '<html>'],
    ['a text that is cut off', '{"a":1,\n"nodes":[\n1,\n'],
    ['a text that is cut off between two lists', '{"a":1,\n"nodes":[\n1\n],\n'],
    ['more behind its end', '{"a":1}\n{"b":2}'],
    ['a line where a list should begin', '{"a":1,\n2,\n}'],
  ])('refuses %s', async (_what, text) => {
    await expect(read(text)).rejects.toThrow(SyntaxError);
  });
});
