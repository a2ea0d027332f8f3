import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { readInput } from '../../src/commands/read-input.ts';
import { buildLibrary } from '../../src/library/build-library.ts';
import { exists } from '../../src/library/exists.ts';
import { collect } from '../../src/library/json-lines.ts';
import { temporaryFolder } from '../library/folder.ts';
import { extractReady } from '../library/ready-papers.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'odd.jsonl');
});
afterEach(() => folder[Symbol.asyncDispose]());

const io: CommandIo = {
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  signal: new AbortController().signal,
  quiet: () => true,
};

describe('readInput(paths, keepGoing, io)', () => {
  it('says how to go on without what is broken', async () => {
    await writeFile(path, '{"id":"a","text":"Good."}\nnonsense\n');
    await expect(collect(readInput([path], false, io))).rejects.toMatchObject({
      line: 2,
      message: expect.stringContaining('(or pass over what is broken with --keep-going)'),
    });
    const items = await collect(readInput([path], true, io));
    expect(items.map((item) => 'document' in item)).toEqual([true, false]);
  });

  it('ends where nothing at all could be read, before there is a library', async () => {
    await writeFile(path, '{"id":"b"}\nnonsense\n');
    const library = join(folder.path, 'library');
    const options = { folder: library, extractor: '1+test', extract: extractReady };
    await expect(buildLibrary(readInput([path], true, io), options)).rejects.toThrow(
      `no document could be read: 2 broken lines or files, the first at ${path}:1`,
    );
    expect(await exists(library)).toBe(false);
  });
});
