import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDocuments } from '../../src/library/open-documents.ts';
import { temporaryFolder } from './folder.ts';
import { build, documentOf } from './sketches.ts';

const DOCUMENTS = ['a', 'b', 'c'].map((id) => documentOf(id, `Größe ${id} – Méthode`));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  await build(folder.path, DOCUMENTS);
});
afterEach(() => folder[Symbol.asyncDispose]());

async function change(name: string, replace: (text: string) => string): Promise<void> {
  const path = join(folder.path, name);
  await writeFile(path, replace(await readFile(path, 'utf8')));
}

async function all() {
  using documents = await openDocuments(folder.path);
  return [...documents.ids].map((id) => documents.get(id));
}

describe('openDocuments(folder)', () => {
  it('gives each document by its id, in the order of the facts', async () => {
    expect(await all()).toEqual(DOCUMENTS);
    using documents = await openDocuments(folder.path);
    expect(documents.get('d')).toBeUndefined();
  });

  it.each([
    ['is missing', () => rm(join(folder.path, 'index.json'))],
    ['was changed', () => change('index.json', (text) => text.replace(/\d+\]/, '7]'))],
    ['has no manifest that vouches for it', () => rm(join(folder.path, 'library.json'))],
    ['is of other facts', () => change('facts.jsonl', (text) => `\n${text}`)],
    [
      'is of facts of the same length',
      () => change('facts.jsonl', (text) => text.replace(/(.*)\n(.*)\n/, '$2\n$1\n')),
    ],
  ])('does not believe an index that %s', async (_, damage) => {
    await damage();
    const found = await all();
    expect(found.sort((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1))).toEqual(DOCUMENTS);
  });

  it('gives what stood there when it was opened, while a build writes', async () => {
    using documents = await openDocuments(folder.path);
    await build(folder.path, [
      documentOf('a', 'something longer than before'),
      documentOf('0', 'x'),
    ]);
    expect(documents.get('c')).toEqual(DOCUMENTS[2]);
    using later = await openDocuments(folder.path);
    expect(later.get('a')?.text).toContain('longer');
  });

  it('names the line that is broken', async () => {
    await change('facts.jsonl', (text) => text.replace('\n', '\nnonsense\n'));
    await expect(openDocuments(folder.path)).rejects.toMatchObject({
      name: 'InputError',
      path: join(folder.path, 'facts.jsonl'),
      line: 2,
    });
  });

  it('says that there are no facts', async () => {
    await rm(join(folder.path, 'facts.jsonl'));
    await expect(openDocuments(folder.path)).rejects.toMatchObject({ name: 'InputError' });
  });
});
