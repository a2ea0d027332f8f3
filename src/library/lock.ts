import {
  constants,
  copyFile,
  link,
  mkdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../graph/errors.ts';
import { exists } from './exists.ts';
import { unwritable } from './write-file.ts';

/** `started` tells apart two processes that bore one id one after the other. */
const holder = z.object({ pid: z.int().positive(), host: z.string(), started: z.number() });
type Holder = z.infer<typeof holder>;

const OWN: Holder = { pid: process.pid, host: hostname(), started: performance.timeOrigin };

/**
 * Makes a library's folder and takes its lock: one writer at a time, readers never wait. The lock of a process that has
 * died is taken over.
 * @throws InputError that says who holds it; ExportError if the folder cannot be written
 */
export async function lock(path: string): Promise<AsyncDisposable> {
  const ticket = `${path}.${process.pid}.tmp`;
  try {
    await makeFolder(dirname(path));
    await writeFile(ticket, JSON.stringify(OWN));
  } catch (error) {
    throw unwritable(path, error);
  }
  try {
    // A link is made whole or not at all: no reader ever sees a lock without its holder.
    if (!(await linked(ticket, path))) {
      await removeDead(path);
      if (!(await linked(ticket, path))) throw held(path, await readHolder(path));
    }
  } catch (error) {
    throw unwritable(path, error);
  } finally {
    await rm(ticket, { force: true });
  }
  return {
    async [Symbol.asyncDispose]() {
      if (isSame(await readHolder(path), OWN)) await rm(path, { force: true });
    },
  };
}

/** The reason why a folder cannot be made is that of its nearest parent. */
async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error) => {
    if (!isCode(error, 'EEXIST')) throw error;
  });
}

async function removeDead(path: string): Promise<void> {
  const found = await readHolder(path);
  if (found && isAlive(found)) throw held(path, found);
  const aside = `${path}.${process.pid}.dead`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  // Somebody else may have taken over in between: then it was a living lock that was moved, and it goes back.
  const moved = await readHolder(aside);
  if (moved && !isSame(moved, found)) await linked(aside, path);
  await rm(aside, { force: true });
}

const isSame = (a: Holder | undefined, b: Holder | undefined) =>
  a !== undefined && a.pid === b?.pid && a.host === b.host && a.started === b.started;

function isAlive(found: Holder): boolean {
  const { pid, host } = found;
  if (host !== OWN.host) return true;
  if (pid === OWN.pid) return isSame(found, OWN);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return holder.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether the link could be made, and was not there already; a file system without links gets a copy. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to).catch((error) => {
      if (!NO_LINKS.some((code) => isCode(error, code))) throw error;
      return copyFile(from, to, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV'];

function held(path: string, found: Holder | undefined): InputError {
  const who = found ? `process ${found.pid} on ${found.host}` : 'another process';
  return new InputError(
    `${who} is writing this library; wait until it has ended (or remove this file if no such process runs)`,
    { path },
  );
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;
