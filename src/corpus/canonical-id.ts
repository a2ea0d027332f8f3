import { createHash } from 'node:crypto';
import { findArxivId } from './arxiv.ts';

const DOI_RESOLVER = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)(?=10\.)/i;
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/**
 * The one id of a paper under whichever form it is given: an arXiv id without its version, a DOI in
 * lower case, anything else as it stands, trimmed. A DOI that arXiv gave is the arXiv id.
 *
 * `arXiv:2507.12795v2` -> `2507.12795`; `https://doi.org/10.1000/ABC` -> `10.1000/abc`
 */
export function canonicalId(id: string): string {
  const trimmed = id.trim();
  const bare = trimmed.replace(DOI_RESOLVER, '');
  return findArxivId(bare) ?? (DOI.test(bare) ? bare.toLowerCase() : trimmed);
}

/**
 * The id of a paper that comes without one: `text:` and 16 hex digits of its text's SHA-256.
 * White space and the form in which an accent is written do not count.
 */
export function textId(text: string): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return `text:${createHash('sha256').update(plain).digest('hex').slice(0, 16)}`;
}
