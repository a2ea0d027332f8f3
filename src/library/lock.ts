import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../graph/errors.ts';
import { DISK, type Disk, isCode } from './disk.ts';
import { unwritable } from './write-file.ts';

const holder = z.object({ pid: z.int().positive(), host: z.string() });
type Holder = z.infer<typeof holder>;

const OWN: Holder = { pid: process.pid, host: hostname() };
/** The locks that this process holds: one with its id that is not among them is of an earlier process. */
const holding = new Set<string>();

/**
 * Makes a library's folder and takes its lock: one writer at a time, readers never wait. The lock of a process that has
 * died is taken over.
 * @throws InputError that says who holds it; ExportError if the folder cannot be written
 */
export async function lock(path: string, disk: Disk = DISK): Promise<AsyncDisposable> {
  const ticket = `${path}.${process.pid}.tmp`;
  try {
    await disk.makeFolder(dirname(path));
    await writeTicket(ticket, disk);
    try {
      // A link is made whole or not at all: no reader ever sees a lock without its holder.
      if (!(await linked(ticket, path, disk))) {
        await removeDead(path, disk);
        if (!(await linked(ticket, path, disk))) throw held(path, await readHolder(path));
      }
    } finally {
      await disk.remove(ticket);
    }
  } catch (error) {
    throw unwritable(path, error);
  }
  holding.add(resolve(path));
  return {
    async [Symbol.asyncDispose]() {
      holding.delete(resolve(path));
      if (!isSame(await readHolder(path), OWN)) return;
      // A lock that cannot be removed is taken over once this process has ended; what went wrong before counts more.
      await disk.remove(path).catch(() => undefined);
    },
  };
}

async function writeTicket(path: string, disk: Disk): Promise<void> {
  const file = await disk.open(path, 'w');
  try {
    await file.append(JSON.stringify(OWN));
  } finally {
    await file.close();
  }
}

async function removeDead(path: string, disk: Disk): Promise<void> {
  const found = await readHolder(path);
  if (found && isAlive(found, path)) throw held(path, found);
  const aside = `${path}.${process.pid}.dead`;
  try {
    await disk.rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  // Somebody else may have taken over in between: then it was a living lock that was moved, and it goes back.
  const moved = await readHolder(aside);
  if (moved && !isSame(moved, found)) await linked(aside, path, disk);
  await disk.remove(aside);
}

const isSame = (a: Holder | undefined, b: Holder | undefined) =>
  a !== undefined && a.pid === b?.pid && a.host === b.host;

function isAlive({ pid, host }: Holder, path: string): boolean {
  if (host !== OWN.host) return true;
  if (pid === OWN.pid) return holding.has(resolve(path));
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

/** Whether the link could be made, and was not there already. */
async function linked(from: string, to: string, disk: Disk): Promise<boolean> {
  try {
    await disk.link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function held(path: string, found: Holder | undefined): InputError {
  const who = found ? `process ${found.pid} on ${found.host}` : 'another process';
  return new InputError(
    `${who} is writing this library; wait until it has ended (or remove this file if no such process runs)`,
    { path },
  );
}
