import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';

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
  append(text: string): Promise<void>;
  /** Returns when what has been written is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export const DISK: Disk = {
  async open(path, flags) {
    const file = await open(path, flags);
    return {
      append: (text) => file.appendFile(text),
      sync: () => file.datasync(),
      close: () => file.close(),
    };
  },
  rename,
  link,
  remove: (path) => rm(path, { force: true }),
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async list(path) {
    try {
      return await readdir(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  },
};
