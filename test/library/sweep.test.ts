import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DISK } from '../../src/library/disk.ts';
import { sweep } from '../../src/library/sweep.ts';
import { temporaryFolder } from './folder.ts';

it('removes what killed builds left beside the files of a library, and nothing else', async () => {
  await using folder = await temporaryFolder();
  const stay = ['facts.jsonl', 'lock.json', 'lock.json.77.tmp', 'notes.1.tmp', 'nodes.jsonl.tmp'];
  for (const name of [...stay, 'facts.jsonl.12.tmp', 'layout.json.999.tmp']) {
    await writeFile(join(folder.path, name), '');
  }
  await sweep(folder.path, DISK);
  expect((await readdir(folder.path)).sort()).toEqual(stay.sort());
});
