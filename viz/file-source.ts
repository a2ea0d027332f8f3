import { z } from 'zod';
import {
  type Document as Abstract,
  document as documentSchema,
  explorerData,
} from '../graph/schema.ts';
import { readByLines } from './read-by-lines.ts';
import { parse, type Source, SourceError } from './source.ts';

/** A source that has all documents at hand. */
export interface FileSource extends Source {
  documents(): Promise<ReadonlyMap<string, Abstract>>;
}

/**
 * Reads from the page itself, where that is one file with its library in it: two blocks of gzipped JSON in base64.
 * The documents are unpacked when the first is asked for. Nothing where the page has no such blocks.
 */
export function openFileSource(page: Pick<Document, 'querySelector'>): FileSource | undefined {
  const graph = page.querySelector('script#library-graph');
  const texts = page.querySelector('script#library-documents');
  if (!graph || !texts) return undefined;
  let documents: Promise<ReadonlyMap<string, Abstract>> | undefined;
  const unpackDocuments = async (): Promise<ReadonlyMap<string, Abstract>> => {
    const unpacked = await unpack(texts, 'The texts of this file');
    const parsed = parse(unpacked, z.array(documentSchema), 'The texts of this file');
    return new Map(parsed.map((paper) => [paper.id, paper]));
  };
  const all = () => {
    documents ??= unpackDocuments();
    return documents;
  };
  return {
    documents: all,
    graph: async () => {
      const what = 'The graph of this file';
      return parse(await unpack(graph, what, readByLines), explorerData, what);
    },
    async document(id) {
      const found = (await all()).get(id);
      if (found) return found;
      throw new SourceError(`The text of ${id} is not in this file.`);
    },
  };
}

/** @throws SourceError where the block is cut off or damaged */
async function unpack(
  block: Element,
  what: string,
  read = (text: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<unknown> =>
    new Response(text).json(),
): Promise<unknown> {
  try {
    const bytes = fromBase64(block.textContent);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await read(stream);
  } catch (cause) {
    const message = `${what} cannot be read: the file is damaged, or this browser is too old. Fetch the file again, or open it in another browser.`;
    throw new SourceError(message, { cause });
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let index = 0; index < signs.length; index += 1) bytes[index] = signs.charCodeAt(index);
  return bytes;
}
