import { type Extraction, extraction } from '../../graph/schema.ts';
import { DISK, type Disk, type OpenFile } from './disk.ts';
import { exists } from './exists.ts';
import { collect, readJsonLines } from './json-lines.ts';
import { removeFile, toJsonLines, unwritable, writeFileWhole } from './write-file.ts';

/** Papers that a build has read so far, kept so that a killed build goes on where it stopped. */
export interface Journal extends AsyncDisposable {
  add(paper: Extraction): Promise<void>;
}

/** The papers of a journal; a last line that was cut off by a kill is passed over. */
export async function readJournal(path: string): Promise<Extraction[]> {
  if (!(await exists(path))) return [];
  return collect(readJsonLines(path, extraction, { torn: true }));
}

/** Starts a journal that holds the papers given, whole, and goes on with those that are added. */
export async function startJournal(
  path: string,
  papers: readonly Extraction[],
  disk: Disk = DISK,
): Promise<Journal> {
  await writeFileWhole(path, toJsonLines(papers), disk);
  const file = await openToAppend(path, disk);
  return {
    async add(paper) {
      try {
        for (const line of toJsonLines([paper])) await file.append(line);
      } catch (error) {
        throw unwritable(path, error);
      }
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

export async function removeJournal(path: string, disk: Disk = DISK): Promise<void> {
  await removeFile(path, disk);
}

async function openToAppend(path: string, disk: Disk): Promise<OpenFile> {
  try {
    return await disk.open(path, 'a');
  } catch (error) {
    throw unwritable(path, error);
  }
}
