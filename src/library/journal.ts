import { open, rm } from 'node:fs/promises';
import { type Extraction, extraction } from '../../graph/schema.ts';
import { exists } from './exists.ts';
import { readJsonLines } from './json-lines.ts';
import { toJsonLines, unwritable, writeFileWhole } from './write-file.ts';

/** Papers that a build has read so far, kept so that a killed build goes on where it stopped. */
export interface Journal extends AsyncDisposable {
  add(paper: Extraction): Promise<void>;
}

/** The papers of a journal; a last line that was cut off by a kill is passed over. */
export async function readJournal(path: string): Promise<Extraction[]> {
  if (!(await exists(path))) return [];
  const papers: Extraction[] = [];
  for await (const paper of readJsonLines(path, extraction, { torn: true })) papers.push(paper);
  return papers;
}

/** Starts a journal that holds the papers given, whole, and goes on with those that are added. */
export async function startJournal(path: string, papers: readonly Extraction[]): Promise<Journal> {
  await writeFileWhole(path, toJsonLines(papers));
  const file = await open(path, 'a');
  return {
    async add(paper) {
      try {
        for (const line of toJsonLines([paper])) await file.appendFile(line);
      } catch (error) {
        throw unwritable(path, error);
      }
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

export async function removeJournal(path: string): Promise<void> {
  await rm(path, { force: true });
}
