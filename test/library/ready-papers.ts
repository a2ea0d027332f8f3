import type { Document, Extraction } from '../../graph/schema.ts';
import { SCHEMA_VERSION } from '../../graph/schema.ts';
import type { CorpusItem } from '../../src/corpus/read-file.ts';
import { documentHash } from '../../src/library/document-hash.ts';

/** The facts of a document without a model: each of its words with a capital is a method. */
export function readReady(document: Document, extractor = '1+test'): Extraction {
  const names = new Map<string, Extraction['entities'][number]['mentions']>();
  for (const { 0: name, index } of document.text.matchAll(/\p{Lu}[\p{L}\p{N}-]+/gu)) {
    const mention = { field: 'text', start: index, end: index + name.length } as const;
    names.set(name, [...(names.get(name) ?? []), mention]);
  }
  return {
    schema: SCHEMA_VERSION,
    id: document.id,
    hash: documentHash(document),
    extractor,
    document,
    entities: [...names].map(([name, mentions]) => ({
      name,
      type: 'Method',
      aliases: [],
      mentions,
      confidence: 1,
    })),
    relations: [],
    results: [],
    statistics: [],
    dropped: {},
  };
}

/** A reader that has every document's facts ready. */
export async function* extractReady(documents: readonly Document[]): AsyncGenerator<Extraction> {
  for (const document of documents) yield readReady(document);
}

export async function* corpusOf(documents: readonly Document[]): AsyncGenerator<CorpusItem> {
  for (const document of documents) yield { document, path: 'test', line: 1 };
}
