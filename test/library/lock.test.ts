import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lock } from '../../src/library/lock.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  path = join(folder, 'lock.json');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const heldBy = (pid: number, host = hostname()) => writeFile(path, JSON.stringify({ pid, host }));
/** No process bears a number as great as this. */
const DEAD = 2 ** 30;

describe('lock(path)', () => {
  it('names this process while it is held, and is gone afterwards', async () => {
    const held = await lock(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      pid: process.pid,
      host: hostname(),
    });
    expect(await readdir(folder)).toEqual(['lock.json']);
    await held[Symbol.asyncDispose]();
    expect(await readdir(folder)).toEqual([]);
  });

  it('says which living process holds it', async () => {
    await heldBy(process.ppid);
    await expect(lock(path)).rejects.toThrow(`process ${process.ppid} on ${hostname()} is writing`);
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  it('takes over from a process that has died', async () => {
    await heldBy(DEAD);
    await lock(path);
    expect(await readFile(path, 'utf8')).toContain(String(process.pid));
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  it('takes over from an earlier process with the same id', async () => {
    await heldBy(process.pid);
    const before = await stat(path);
    await lock(path);
    expect((await stat(path)).ino).not.toBe(before.ino);
  });

  it('refuses a second build of this process', async () => {
    await lock(path);
    await expect(lock(path)).rejects.toThrow(`process ${process.pid} on`);
  });

  it('does not remove the lock of another', async () => {
    const held = await lock(path);
    await heldBy(process.ppid);
    await held[Symbol.asyncDispose]();
    expect(await readdir(folder)).toEqual(['lock.json']);
  });

  it('leaves the lock of another machine alone', async () => {
    await heldBy(DEAD, 'elsewhere');
    await expect(lock(path)).rejects.toThrow('on elsewhere');
  });

  it('takes over a lock that names nobody', async () => {
    await writeFile(path, '');
    await lock(path);
    expect(await readFile(path, 'utf8')).toContain(String(process.pid));
  });
});
