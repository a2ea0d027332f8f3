import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/open-library.ts';
import { temporaryFolder } from './folder.ts';
import { build, documentOf } from './sketches.ts';

const DOCUMENTS = ['a', 'b', 'c'].map((id) => documentOf(id, id));

describe('openLibrary(folder)', () => {
  it('gives what a build has changed meanwhile', async () => {
    await using folder = await temporaryFolder();
    await build(folder.path, DOCUMENTS);
    const library = openLibrary(folder.path);
    expect(await library.findDocument('a')).toEqual(DOCUMENTS[0]);
    const changed = documentOf('a', 'EAGLE');
    await build(folder.path, [changed]);
    expect(await library.findDocument('a')).toEqual(changed);
    expect(await library.documents()).toEqual([changed, ...DOCUMENTS.slice(1)]);
    expect((await library.explorerData()).nodes.map(({ key }) => key)).toContain('eagle');
  });

  it('finds documents for several who ask at once while each has to open it anew', async () => {
    await using folder = await temporaryFolder();
    await build(folder.path, DOCUMENTS);
    // Without the manifest no one can tell that it is the state that another one has opened.
    await rm(join(folder.path, 'library.json'));
    const library = openLibrary(folder.path);
    const found = await Promise.all(DOCUMENTS.map(({ id }) => library.findDocument(id)));
    expect(found).toEqual(DOCUMENTS);
  });
});
