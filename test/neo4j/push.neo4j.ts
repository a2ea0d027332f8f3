import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { NOTHING_LOADED } from '../../graph/neo4j/steps.ts';
import { readGraph } from '../../src/library/read-library.ts';
import { readBack, sharedServer } from './session.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** A library of this run alone: the server may be one that other runs have used. */
const NAME = `sample-${process.pid}-${Date.now()}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
});
afterAll(() => rm(folder, { recursive: true }));

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
});
