import type { Document } from '../../graph/schema.ts';

/** The longest text of a document, in UTF-16 code units: ten times the longest abstract of arXiv. */
export const TEXT_LIMIT = 50_000;

/** What a line that is not blank turns out to be: a document, none at all, or one that is broken, and why. */
export type DocumentLine =
  | { readonly document: Document }
  | { readonly noise: string }
  | { readonly broken: string };
