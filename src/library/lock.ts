import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../graph/errors.ts';
import { unwritable } from './write-file.ts';

const holder = z.object({ pid: z.int().positive(), host: z.string() });
type Holder = z.infer<typeof holder>;

/**
 * Makes a library's folder and takes its lock: one writer at a time, readers never wait. The lock of a process that has
 * died is taken over.
 * @throws InputError that says who holds it; ExportError if the folder cannot be written
 */
export async function lock(path: string): Promise<AsyncDisposable> {
  const own: Holder = { pid: process.pid, host: hostname() };
  const ticket = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(ticket, JSON.stringify(own));
  } catch (error) {
    throw unwritable(path, error);
  }
  try {
    // A link is made whole or not at all: no reader ever sees a lock without its holder.
    if (!(await linked(ticket, path))) {
      await removeDead(path);
      if (!(await linked(ticket, path))) throw held(path, await readHolder(path));
    }
  } finally {
    await rm(ticket, { force: true });
  }
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) };
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
  const living = moved && (moved.pid !== found?.pid || moved.host !== found.host);
  if (living) await linked(aside, path);
  await rm(aside, { force: true });
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

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
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
