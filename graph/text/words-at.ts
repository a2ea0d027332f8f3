import type { Document, Place } from '../schema.ts';
import { toPlain } from './latex.ts';

/** The words at a place of a document as a person sees them. */
export function wordsAt(document: Document, { field, start, end }: Place): string {
  return toPlain(document[field] ?? '').visible(start, end);
}
