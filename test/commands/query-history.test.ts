import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyPath, openHistory } from '../../src/commands/query-history.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fail = (message: string) => {
  throw new Error(message);
};

describe('historyPath(env, home)', () => {
  it.each([
    [{ XDG_STATE_HOME: '/state' }, '/state/sotagraph/queries'],
    [{}, '/home/me/.local/state/sotagraph/queries'],
    [{ XDG_STATE_HOME: '' }, '/home/me/.local/state/sotagraph/queries'],
    [{ XDG_STATE_HOME: 'state' }, '/home/me/.local/state/sotagraph/queries'],
  ])('is for %j %s', (env, expected) => {
    expect(historyPath(env, '/home/me')).toBe(expected);
  });
});

describe('openHistory(path, tell)', () => {
  it('keeps what was typed from one time to the next, for its owner alone', async () => {
    const path = join(folder, 'new', 'queries');
    const history = await openHistory(path, fail);
    expect(history.lines).toEqual([]);
    for (const line of ['MATCH (m)', '', '  ', 'x'.repeat(5000), 'RETURN m;']) {
      await history.add(line);
    }
    expect((await openHistory(path, fail)).lines).toEqual(['RETURN m;', 'MATCH (m)']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('loses nothing that two prompts write side by side', async () => {
    const path = join(folder, 'beside');
    const [one, other] = [await openHistory(path, fail), await openHistory(path, fail)];
    await one.add('RETURN 1;');
    await other.add('RETURN 2;');
    await one.add('RETURN 3;');
    expect((await openHistory(path, fail)).lines).toEqual(['RETURN 3;', 'RETURN 2;', 'RETURN 1;']);
  });

  it('drops the oldest lines of a file that has grown too long', async () => {
    const path = join(folder, 'long');
    await writeFile(path, Array.from({ length: 1500 }, (_, at) => `RETURN ${at};\n`).join(''));
    const { lines } = await openHistory(path, fail);
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([1000, 'RETURN 1499;', 'RETURN 500;']);
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(1001);
  });

  it.each([
    ['a folder that cannot be made', 'file/queries'],
    ['a file that cannot be read', 'place'],
  ])('tells once of %s, and goes on without', async (_, name) => {
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'place'), { recursive: true });
    const told: string[] = [];
    const history = await openHistory(join(folder, name), (message) => told.push(message));
    await history.add('RETURN 1;');
    await history.add('RETURN 2;');
    expect(history.lines).toEqual([]);
    expect(told).toEqual([
      expect.stringMatching(/^Queries are not kept in \S+(queries|place): E\w+: /),
    ]);
  });
});
