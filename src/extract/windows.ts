import type { Word } from './read.ts';

/** Words `[from, to)` that the encoder sees at once; it answers for `[own, to)`, the rest is context. */
export interface Window {
  readonly from: number;
  readonly own: number;
  readonly to: number;
}

/** Word pieces that the encoder takes, its two marks at the ends left out. */
const PIECES = 510;
/** Word pieces of whole sentences before a window that it sees again as context. */
const CONTEXT = 128;

/**
 * Cuts a document into windows of whole sentences that the encoder can take. Nearly every abstract is one window.
 * A single sentence that is longer than a window is cut between words.
 */
export function windows(words: readonly Word[]): Window[] {
  const total = pieces(words, 0, words.length);
  if (total <= PIECES) return words.length > 0 ? [{ from: 0, own: 0, to: words.length }] : [];
  const found: Window[] = [];
  for (let own = 0; own < words.length; own = found.at(-1)?.to ?? words.length) {
    const from = contextStart(words, own);
    found.push({ from, own, to: windowEnd(words, own, PIECES - pieces(words, from, own)) });
  }
  return found;
}

/** The greatest whole number of sentences from `own` on within a budget, or else of words. */
function windowEnd(words: readonly Word[], own: number, budget: number): number {
  let used = 0;
  let sentenceEnd = own;
  for (let index = own; index < words.length; index++) {
    if (words[index]?.sentence !== words[index - 1]?.sentence) sentenceEnd = index;
    used += words[index]?.pieces.length ?? 0;
    if (used > budget) return sentenceEnd > own ? sentenceEnd : Math.max(index, own + 1);
  }
  return words.length;
}

/** The start of the earliest sentence from which on the words before `own` fit into the context. */
function contextStart(words: readonly Word[], own: number): number {
  let used = 0;
  let start = own;
  for (let index = own - 1; index >= 0; index--) {
    used += words[index]?.pieces.length ?? 0;
    if (used > CONTEXT) break;
    if (words[index]?.sentence !== words[index - 1]?.sentence) start = index;
  }
  return start;
}

function pieces(words: readonly Word[], from: number, to: number): number {
  return words.slice(from, to).reduce((sum, word) => sum + word.pieces.length, 0);
}
