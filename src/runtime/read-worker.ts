import type { Document } from '../../graph/schema.ts';
import { extract } from '../extract/extract.ts';
import type { Facts } from '../extract/prove.ts';
import { type OpenModel, openModel } from './open-model.ts';

// One model a thread, loaded with the first document; the thread's end frees it.
let opened: Promise<OpenModel> | undefined;

/** What a thread of the reader's pool does. */
export async function readDocument(document: Document): Promise<Facts> {
  opened ??= openModel();
  const { model } = await opened;
  return extract(document, model);
}
