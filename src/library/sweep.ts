import { basename, join } from 'node:path';
import type { Disk } from './disk.ts';
import { libraryFiles } from './library-files.ts';
import { unwritable } from './write-file.ts';

/** Removes what killed builds have left beside the files of a library. Only who holds its lock may. @throws ExportError */
export async function sweep(folder: string, disk: Disk): Promise<void> {
  const { lock, ...files } = libraryFiles(folder);
  const names = new Set(Object.values(files).map((path) => basename(path)));
  try {
    for (const name of await disk.list(folder)) {
      const beside = /^(.+)\.\d+\.tmp$/.exec(name);
      if (names.has(beside?.[1] ?? '')) await disk.remove(join(folder, name));
    }
  } catch (error) {
    throw unwritable(folder, error);
  }
}
