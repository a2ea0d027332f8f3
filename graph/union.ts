import type { Extraction } from './schema.ts';

/** One paper that came with several texts: which one counts. */
export interface Replacement {
  readonly id: string;
  /** Hashes of the documents. */
  readonly kept: string;
  readonly gone: string;
}

export interface Union {
  /** A line a paper, sorted by id. */
  readonly facts: Extraction[];
  /** Sorted by id and hash. */
  readonly replaced: Replacement[];
}

/**
 * The union of facts: associative, commutative, idempotent. What comes twice changes nothing; of two texts under one
 * id the later date wins, then the greater hash; of two readings of one text the later extractor.
 */
export function unite(facts: Iterable<Extraction>): Union {
  const best = new Map<string, Extraction>();
  const hashes = new Map<string, Set<string>>();
  for (const paper of facts) {
    const other = best.get(paper.id);
    best.set(paper.id, other && compareFacts(other, paper) >= 0 ? other : paper);
    hashes.set(paper.id, (hashes.get(paper.id) ?? new Set()).add(paper.hash));
  }
  const sorted = [...best.values()].sort((a, b) => compare(a.id, b.id));
  const replaced = sorted.flatMap(({ id, hash: kept }) =>
    [...(hashes.get(id) ?? [])]
      .filter((hash) => hash !== kept)
      .sort(compare)
      .map((gone) => ({ id, kept, gone })),
  );
  return { facts: sorted, replaced };
}

/** What tells which of two texts under one id counts. */
export interface Edition {
  readonly hash: string;
  readonly document: { readonly date?: string | undefined };
}

/** Greater for the text that counts: the later date, then the greater hash. */
export function compareEditions(a: Edition, b: Edition): number {
  return compare(a.document.date ?? '', b.document.date ?? '') || compare(a.hash, b.hash);
}

function compareFacts(a: Extraction, b: Extraction): number {
  return (
    compareEditions(a, b) ||
    compareVersions(a.extractor, b.extractor) ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}

/** `10+0a…` comes after `9+ff…`: the rules' number first, then the rest as text. */
function compareVersions(a: string, b: string): number {
  return (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0) || compare(a, b);
}

/** By UTF-16 code units, so that the order is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
