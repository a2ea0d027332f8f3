import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/library/journal.ts';
import { readFacts, readGraph } from '../../src/library/read-library.ts';
import { contentsOf, temporaryFolder } from '../library/folder.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

const KILLS = 20;

/** Builds the seeds, and kills the process after so many milliseconds; says whether it was still running. */
async function build(library: string, killAfter?: number): Promise<boolean> {
  const args = [cli, '--quiet', 'build', seeds, '--out', library, '--threads', '1'];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code, signal] = await once(child, 'close');
  clearTimeout(timer);
  if (signal !== 'SIGKILL') expect(code).toBe(0);
  return signal === 'SIGKILL';
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

it(`loses no paper in ${KILLS} kills, and ends with the same bytes`, {
  timeout: 600_000,
}, async () => {
  await using folder = await temporaryFolder();
  const [whole, library] = [join(folder.path, 'whole'), join(folder.path, 'killed')];
  await build(whole);
  const expected = await contentsOf(whole);
  const journal = join(library, 'journal.jsonl');
  let kept: string[] = [];
  for (let kills = 0, wait = 700; kills < KILLS; wait = wait > 3500 ? 700 : wait + 230) {
    if (!(await build(library, wait))) {
      expect(await contentsOf(library)).toEqual(expected);
      await rm(library, { recursive: true });
      kept = [];
      continue;
    }
    kills += 1;
    if (!(await isThere(library))) continue;
    const read = [...(await readJournal(journal)), ...(await readFacts(library))];
    const ids = [...new Set(read.map(({ id }) => id))].sort();
    expect(ids).toEqual(expect.arrayContaining(kept));
    kept = ids;
    if (await isThere(join(library, 'library.json'))) await readGraph(library);
  }
  await build(library);
  expect(await contentsOf(library)).toEqual(expected);
});
