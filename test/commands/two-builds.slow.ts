import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { contentsOf, temporaryFolder } from '../library/folder.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

function build(library: string) {
  const args = [cli, 'build', seeds, '--out', library, '--threads', '1', '--json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = Promise.all([once(child, 'close'), text(child.stderr)]);
  return { pid: child.pid, ended: ended.then(([[code], said]) => ({ code, said })) };
}

it('builds a library once where two processes want to, and tells the second who builds it', async () => {
  await using folder = await temporaryFolder();
  const [library, alone] = [join(folder.path, 'library'), join(folder.path, 'alone')];
  const first = build(library);
  const lock = join(library, 'lock.json');
  while (!(await isThere(lock))) await setTimeout(20);
  const second = await build(library).ended;
  expect(second.code).toBe(1);
  expect(second.said).toContain(`process ${first.pid} on`);
  expect(second.said).toContain('is writing this library');
  expect((await first.ended).code).toBe(0);
  expect((await build(alone).ended).code).toBe(0);
  expect(await contentsOf(library)).toEqual(await contentsOf(alone));
});

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
