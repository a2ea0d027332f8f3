import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLibrary } from '../../src/library/write-library.ts';
import { paper } from '../graph/paper.ts';
import { hasTerminals, runOnTerminal } from './on-terminal.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
/** Where nobody answers. */
const URI = 'bolt://127.0.0.1:1';
const QUESTION = `Password of neo4j at ${URI}: `;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  await mkdir(join(folder, 'library'));
  const facts = paper('2601.00001', { text: 'SimSD.', entities: [['SimSD', 'Method']] });
  await writeLibrary(join(folder, 'library'), [facts]);
});
afterAll(() => rm(folder, { recursive: true }));

function push(typed: string) {
  const { NEO4J_PASSWORD: _, NEO4J_USERNAME: __, ...env } = process.env;
  return runOnTerminal([cli, 'push', 'library', '--uri', URI], {
    steps: [[QUESTION, typed]],
    cwd: folder,
    env,
  });
}

describe.skipIf(!hasTerminals)('sotagraph push, asking for the password', () => {
  it('takes what is typed and does not show it', async () => {
    const { code, shown } = await push('open sesame\r');
    expect(shown).toMatch(/^Password of neo4j at \S+: \r\n.*error:.*cannot be reached/s);
    expect(shown).not.toContain('sesame');
    expect(code).toBe(1);
  });

  it('takes Enter for an empty password', async () => {
    expect(await push('\r')).toEqual({
      code: 1,
      shown: expect.stringMatching(/cannot be reached/),
    });
  });

  it('ends with Ctrl-C', async () => {
    const { code, shown } = await push('half\u0003');
    expect([code, shown]).toEqual([130, `${QUESTION}\r\nStopped.\r\n`]);
  });

  it('says with Ctrl-D that there is no password', async () => {
    const { code, shown } = await push('\u0004');
    expect([code, shown]).toEqual([2, expect.stringMatching(/no password was given; .*Enter/)]);
  });
});
