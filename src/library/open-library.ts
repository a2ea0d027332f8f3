import { readFile } from 'node:fs/promises';
import type { Document, ExplorerData } from '../../graph/schema.ts';
import { SCHEMA_VERSION } from '../../graph/schema.ts';
import { libraryFiles } from './library-files.ts';
import { type OpenDocuments, openDocuments } from './open-documents.ts';
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
  const data = remember(folder, async (): Promise<ExplorerData> => {
    const { nodes, edges, layout } = await readDerived(folder);
    return { ...layout, schema: SCHEMA_VERSION, nodes, edges };
  });
  const documents = remember(
    folder,
    () => openDocuments(folder),
    (outdated) => outdated[Symbol.dispose](),
  );
  return {
    explorerData: data,
    findDocument: async (id) => (await documents()).get(id),
    documents: async () => all(await documents()),
  };
}

const all = ({ ids, get }: OpenDocuments) => [...ids].flatMap((id) => get(id) ?? []);

/** Reads once for each state of a library; its manifest is written last and its bytes tell states apart. */
function remember<T>(
  folder: string,
  read: () => Promise<T>,
  letGo: (outdated: T) => void = () => undefined,
): () => Promise<T> {
  const { manifest } = libraryFiles(folder);
  let held: { readonly written: string; readonly value: Promise<T> } | undefined;
  return async () => {
    const written = await readFile(manifest, 'utf8').catch(() => '');
    if (written && held?.written === written) return held.value;
    const value = read();
    held?.value.then(letGo, () => undefined);
    held = { written, value };
    value.catch(() => {
      // What failed is tried again by whoever asks next, and told to whoever asked now.
      held = undefined;
    });
    return value;
  };
}
