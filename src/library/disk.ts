import { constants, copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exists } from './exists.ts';

/** What a library does to a disk: handed in, so that a test can let each of it fail. */
export interface Disk {
  open(path: string, flags: 'w' | 'a'): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Makes a second name of a file. @throws the system's EEXIST where the name is taken */
  link(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no failure. */
  remove(path: string): Promise<void>;
  /** Makes a folder and those above it, where they are not there. */
  makeFolder(path: string): Promise<void>;
  /** The names in a folder; none where there is no such folder. */
  list(path: string): Promise<string[]>;
}

export interface OpenFile {
  append(content: string | Uint8Array): Promise<void>;
  /** Returns when what has been written is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export const DISK: Disk = {
  async open(path, flags) {
    const file = await open(path, flags);
    return {
      append: (content) => file.appendFile(content),
      sync: () => file.datasync(),
      close: () => file.close(),
    };
  },
  rename,
  async link(from, to) {
    try {
      await link(from, to);
    } catch (error) {
      // A file system without links gets a copy.
      if (!NO_LINKS.some((code) => isCode(error, code))) throw error;
      await copyFile(from, to, constants.COPYFILE_EXCL);
    }
  },
  remove: (path) => rm(path, { force: true }),
  /** The reason why a folder cannot be made is that of its nearest parent. */
  async makeFolder(path) {
    if (await exists(path)) return;
    const parent = dirname(path);
    if (parent !== path) await this.makeFolder(parent);
    await mkdir(path).catch((error) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
  },
  async list(path) {
    try {
      return await readdir(path);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    }
  },
};

const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV'];

/** Whether an error is the system's with this code: `ENOENT`. */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
