import { hash } from 'node:crypto';
import { wellFormed } from './properties.ts';

/** The longest key that is stored as it is, in UTF-16 units: at most 1,536 bytes, where an index takes about 8,000. */
const LONGEST = 512;
const HEAD = 440;

/**
 * The key under which a node is stored. One that is longer than an index can hold, or holds half a surrogate pair, which
 * no database can, is cut and gets the SHA-256 of the whole: `aaa…` -> `aaa…~9f86d081…`, 505 units long.
 */
export function boundKey(key: string): string {
  if (key.length <= LONGEST && wellFormed(key) === key) return key;
  // A cut inside a surrogate pair would leave half of it.
  const head = key.slice(0, HEAD).replace(/[\uD800-\uDBFF]$/, '');
  return `${wellFormed(head)}~${hash('sha256', Buffer.from(key, 'utf16le'), 'hex')}`;
}
