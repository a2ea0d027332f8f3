import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../graph/errors.ts';
import { DISK, type Disk } from './disk.ts';
import { unwritable } from './write-file.ts';

const holder = z.object({ pid: z.int().positive(), host: z.string() });
type Holder = z.infer<typeof holder>;

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
  // A lock that cannot be removed is taken over once this process has ended; what went wrong before counts more.
  return { [Symbol.asyncDispose]: () => disk.remove(path).catch(() => undefined) };
}

async function writeTicket(path: string, disk: Disk): Promise<void> {
  const own: Holder = { pid: process.pid, host: hostname() };
  const file = await disk.open(path, 'w');
  try {
    await file.append(JSON.stringify(own));
  } finally {
    await file.close();
  }
}

async function removeDead(path: string, disk: Disk): Promise<void> {
  const found = await readHolder(path);
  if (found && isAlive(found)) throw held(path, found);
  const aside = `${path}.${process.pid}.dead`;
  try {
    await disk.rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  // Somebody else may have taken over in between: then it was a living lock that was moved, and it goes back.
  const moved = await readHolder(aside);
  const living = moved && (moved.pid !== found?.pid || moved.host !== found.host);
  if (living) await linked(aside, path, disk);
  await disk.remove(aside);
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
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

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;
