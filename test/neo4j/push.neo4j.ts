import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { NOTHING_LOADED } from '../../graph/neo4j/steps.ts';
import { readGraph } from '../../src/library/read-library.ts';
import { hasTerminals, runOnTerminal } from '../commands/on-terminal.ts';
import { ask, readBack, sharedServer } from './session.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** A library of this run alone: the server may be one that other runs have used. */
const NAME = `sample-${process.pid}-${Date.now()}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  if (!inject('neo4j')) return;
  const text = 'MATCH (n) WHERE n.library = $library DETACH DELETE n';
  await ask(sharedServer(), text, { library: NAME });
});

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { NEO4J_PASSWORD: _, ...rest } = process.env;
  return spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...rest, ...env },
    encoding: 'utf8',
  });
}

describe.skipIf(!inject('neo4j'))('sotagraph push', () => {
  it('pushes the sample corpus, and nothing the second time', async () => {
    run(['build', seeds, '--out', 'sample', '--quiet']);
    const { uri, user, password } = sharedServer();
    const push = ['push', 'sample', '--uri', uri, '--user', user, '--name', NAME, '--json'];
    const graph = await readGraph(join(folder, 'sample'));
    expect(JSON.parse(run(push, { NEO4J_PASSWORD: password }).stdout)).toEqual({
      ...NOTHING_LOADED,
      nodesCreated: graph.order,
      relationshipsCreated: graph.size,
    });
    expect(JSON.parse(run(push, { NEO4J_PASSWORD: password }).stdout)).toEqual(NOTHING_LOADED);
    const read = await readBack(sharedServer(), NAME);
    expect([read.order, read.size]).toEqual([graph.order, graph.size]);
    const wrong = run(push, { NEO4J_PASSWORD: 'wrong' });
    expect([wrong.status, wrong.stderr]).toEqual([
      1,
      expect.stringMatching(/does not know user .* NEO4J_PASSWORD/),
    ]);
    const none = run(push);
    expect([none.status, none.stderr]).toEqual([2, expect.stringMatching(/set NEO4J_PASSWORD/)]);
  });

  it.skipIf(!hasTerminals)('takes the password that is typed', async () => {
    const { uri, user, password } = sharedServer();
    const { NEO4J_PASSWORD: _, ...env } = process.env;
    const type = (typed: string) =>
      runOnTerminal([cli, 'push', 'sample', '--uri', uri, '--user', user, '--name', NAME], {
        steps: [['Password of ', `${typed}\r`]],
        cwd: folder,
        env,
      });
    const right = await type(password);
    expect(right).toEqual({ code: 0, shown: expect.stringMatching(/ is up to date\r\n$/) });
    expect(right.shown).not.toContain(password);
    const empty = await type('');
    expect(empty).toEqual({
      code: 1,
      shown: expect.stringMatching(/does not know user .* with this password/),
    });
  });
});
