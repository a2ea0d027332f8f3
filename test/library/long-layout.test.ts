import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExportError } from '../../graph/errors.ts';
import { LINE_LIMIT } from '../../src/library/json-lines.ts';
import { readDerived } from '../../src/library/read-library.ts';
import { toWholeLine } from '../../src/library/write-file.ts';
import { temporaryFolder } from './folder.ts';
import { build, documentOf } from './sketches.ts';

describe('readDerived(folder)', () => {
  it('reads a layout that is longer than any other line may be', async () => {
    await using folder = await temporaryFolder();
    await build(folder.path, [documentOf('a', 'EAGLE')]);
    const { layout } = await readDerived(folder.path);
    const text = JSON.stringify(layout).replace('{', `{${' '.repeat(LINE_LIMIT)}`);
    await writeFile(join(folder.path, 'layout.json'), text);
    const path = join(folder.path, 'library.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    manifest.files.layout = createHash('sha256').update(text).digest('hex');
    await writeFile(path, JSON.stringify(manifest));
    expect((await readDerived(folder.path)).layout).toEqual(layout);
  });
});

describe('toWholeLine(path, object, limit)', () => {
  it('gives the bytes of JSON', () => {
    expect(toWholeLine('layout.json', { é: 1 }, 8)).toBe('{"é":1}\n');
  });

  it('refuses what could not be read again', () => {
    const tooLong = () => toWholeLine('library/layout.json', { é: 1 }, 7);
    expect(tooLong).toThrow(ExportError);
    expect(tooLong).toThrow(
      'library/layout.json cannot be written: it would be longer than 7 bytes, the most that can be read again; build the papers into several libraries',
    );
  });

  it('refuses what does not fit into one text', () => {
    const part = 'x'.repeat(2 ** 28);
    expect(() => toWholeLine('layout.json', [part, part])).toThrow(ExportError);
  });
});
