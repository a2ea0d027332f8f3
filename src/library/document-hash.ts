import { createHash } from 'node:crypto';
import type { Document } from '../../graph/schema.ts';

/** SHA-256 of a document, in hex: another one where any of its fields differs, whatever their order. */
export function documentHash(document: Document): string {
  const fields = Object.entries(document)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
