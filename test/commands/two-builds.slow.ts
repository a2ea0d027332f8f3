import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readFacts, readGraph } from '../../src/library/read-library.ts';
import { temporaryFolder } from '../library/folder.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

function build(corpus: string, library: string) {
  const args = [cli, '--quiet', 'build', corpus, '--out', library, '--threads', '1'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = Promise.all([once(child, 'close'), text(child.stderr)]);
  return { child, ended: ended.then(([[code], said]) => ({ code, said })) };
}

it('tells the second of two processes who builds the library, and lets the first one end', {
  timeout: 600_000,
}, async () => {
  await using folder = await temporaryFolder();
  const [corpus, library] = [join(folder.path, 'one.jsonl'), join(folder.path, 'library')];
  await writeFile(corpus, '{"id":"a","text":"We propose SimSD, which beats EAGLE-3."}\n');
  const first = build(corpus, library);
  while (!(await isThere(join(library, 'lock.json')))) await setTimeout(5);
  // Stopped, so that it still holds the lock when the other one comes, however slow that is.
  first.child.kill('SIGSTOP');
  const second = await build(corpus, library).ended;
  first.child.kill('SIGCONT');
  expect(second.code).toBe(1);
  expect(second.said).toContain(`process ${first.child.pid} on`);
  expect(second.said).toContain('is writing this library');
  expect(await first.ended).toEqual({ code: 0, said: '' });
  expect((await readFacts(library)).map(({ id }) => id)).toEqual(['a']);
  expect((await readGraph(library)).hasNode('paper:a')).toBe(true);
});

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
