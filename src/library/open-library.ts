import { readFile } from 'node:fs/promises';
import type { Document, ExplorerData } from '../../graph/schema.ts';
import { SCHEMA_VERSION } from '../../graph/schema.ts';
import { keepCurrent } from './keep-current.ts';
import { libraryFiles } from './library-files.ts';
import { openDocuments } from './open-documents.ts';
import { readDerived } from './read-library.ts';

/** A library that is read when it is asked for, and again after a build has changed it. */
export interface OpenLibrary {
  explorerData(): Promise<ExplorerData>;
  findDocument(id: string): Promise<Document | undefined>;
  /** All documents, in the order of the facts. */
  documents(): Promise<readonly Document[]>;
}

/** Opens a library. @throws InputError, from its functions, where there is no library or it is broken */
export function openLibrary(folder: string): OpenLibrary {
  const { manifest } = libraryFiles(folder);
  // It is written last, and its bytes tell the states of a library apart.
  const state = () => readFile(manifest, 'utf8').catch(() => '');
  const withData = keepCurrent({
    state,
    make: async (): Promise<ExplorerData> => {
      const { nodes, edges, layout } = await readDerived(folder);
      return { ...layout, schema: SCHEMA_VERSION, nodes, edges };
    },
  });
  const withDocuments = keepCurrent({
    state,
    make: () => openDocuments(folder),
    letGo: (outdated) => outdated[Symbol.dispose](),
  });
  return {
    explorerData: () => withData((data) => data),
    findDocument: (id) => withDocuments(({ get }) => get(id)),
    documents: () => withDocuments(({ ids, get }) => [...ids].flatMap((id) => get(id) ?? [])),
  };
}
