/** A stretch of the view. A literal one is its source, unit by unit; any other stands for its source as a whole. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly literal: boolean;
}

/** Markup with what it shows: `\textbf{X}` from its backslash to its brace, and the pieces `[first, last)` of X. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/** What a view is written on, from left to right. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly groups: readonly Group[];
  /** Shows the source as it stands. */
  keep(start: number, end: number): void;
  /** Shows a text in the place of `[start, end)`. */
  put(text: string, start: number, end: number): void;
  /** Notes that the markup from `start` to `end` shows the pieces since `first`. */
  close(start: number, end: number, first: number): void;
  /** Shows another text in the place of a piece. */
  replace(index: number, text: string): void;
  /** Takes white space back from the end. */
  trimEnd(): void;
  /** The last character that is shown so far. */
  last(): string;
}

export function createPieces(source: string): Pieces {
  const pieces: Piece[] = [];
  const groups: Group[] = [];
  return {
    pieces,
    groups,
    keep(start, end) {
      if (start < end) {
        pieces.push({ text: source.slice(start, end), start, end, literal: true });
      }
    },
    put(text, start, end) {
      pieces.push({ text, start, end, literal: false });
    },
    close(start, end, first) {
      groups.push({ start, end, first, last: pieces.length });
    },
    replace(index, text) {
      const piece = pieces[index];
      if (piece) pieces[index] = { ...piece, text, literal: false };
    },
    trimEnd() {
      const piece = pieces.at(-1);
      if (!piece) return;
      const text = piece.text.trimEnd();
      const end = piece.literal ? piece.start + text.length : piece.end;
      pieces[pieces.length - 1] = { ...piece, text, end };
    },
    last: () => pieces.at(-1)?.text.at(-1) ?? '',
  };
}
