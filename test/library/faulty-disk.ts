import { DISK, type Disk, type OpenFile } from '../../src/library/disk.ts';

/** The process has died: nothing that it does afterwards reaches the disk. */
export class Killed extends Error {
  override name = 'Killed';
}

export interface FaultyDisk extends Disk {
  /** How many times the disk has been touched. */
  readonly touched: number;
}

/** When a process dies: before a touch of the disk, after it, or in the middle of a writing. */
export const MOMENTS = ['before', 'within', 'after'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A disk under a process that dies at its nth touch. */
export function killedAt(nth: number, moment: Moment): FaultyDisk {
  let touched = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Killed(`${moment} touch ${nth}`);
  };
  return faulty(
    async (act, tear) => {
      if (dead) throw new Killed('dead already');
      touched += 1;
      if (touched === nth && moment === 'before') die();
      if (touched === nth && moment === 'within') {
        await tear();
        die();
      }
      const value = await act();
      if (touched === nth) die();
      return value;
    },
    () => touched,
  );
}

/** A disk whose nth touch, and every later one, fails as the system says it: `ENOSPC`, `EROFS`. */
export function failingFrom(nth: number, code: string): FaultyDisk {
  let touched = 0;
  return faulty(
    async (act) => {
      touched += 1;
      if (touched < nth) return act();
      throw Object.assign(new Error(code), { code, syscall: 'write' });
    },
    () => touched,
  );
}

type Touch = <T>(act: () => Promise<T>, tear: () => Promise<unknown>) => Promise<T>;

function faulty(touch: Touch, touched: () => number): FaultyDisk {
  const nothing = async () => undefined;
  return {
    get touched() {
      return touched();
    },
    async open(path, flags) {
      let opened: OpenFile | undefined;
      const open = async () => {
        opened = await DISK.open(path, flags);
        return opened;
      };
      const file = await touch(open, nothing).catch(async (error: unknown) => {
        await opened?.close();
        throw error;
      });
      return {
        append: (content) =>
          touch(
            () => file.append(content),
            () => file.append(content.slice(0, content.length / 2)),
          ),
        sync: () => touch(() => file.sync(), nothing),
        // A dead process's files are closed as well.
        close: () => file.close(),
      };
    },
    rename: (from, to) => touch(() => DISK.rename(from, to), nothing),
    link: (from, to) => touch(() => DISK.link(from, to), nothing),
    remove: (path) => touch(() => DISK.remove(path), nothing),
    makeFolder: (path) => touch(() => DISK.makeFolder(path), nothing),
    list: (path) => touch(() => DISK.list(path), nothing),
  };
}
