import type { Pieces } from './pieces.ts';

export type Mode = 'text' | 'math' | 'verbatim';

/** A stretch of the source that is still to be read, up to `end`. */
export interface Stretch {
  at: number;
  readonly end: number;
  readonly mode: Mode;
}

/** What remains to be done: a stretch to read, or an action between two of them. */
export type Step = Stretch | (() => void);

/** Where reading goes on after a token, and what is to be done before. */
export interface Token {
  readonly next: number;
  readonly steps?: readonly Step[];
}

/** What tokens are read with. */
export interface Scanner {
  readonly source: string;
  /** The partner of each brace that has one. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly out: Pieces;
  /** Whether the text bears commands at all, so that `{Name}` is LaTeX too. */
  readonly marked: boolean;
  /** How many quotes stand open. */
  quotes: number;
}

/** The steps, and then the note that the markup from `start` to `end` shows what they put out. */
export function grouped(
  { out }: Scanner,
  start: number,
  end: number,
  steps: readonly Step[],
): readonly Step[] {
  const first = out.pieces.length;
  return [...steps, () => out.close(start, end, first)];
}
