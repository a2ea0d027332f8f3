import { append } from '../../append.ts';
import { clamp, type Span } from '../span.ts';
import type { Group, Piece, Pieces } from './pieces.ts';

/** A text made from another, and the way between them. */
export interface Alignment {
  readonly text: string;
  toSource(start: number, end: number): Span;
  toPlain(start: number, end: number): Span;
}

/** The text of the pieces, and the way between it and their source. */
export function align(source: string, { pieces, groups }: Pieces): Alignment {
  const text = pieces.map((piece) => piece.text).join('');
  const { starts, ends } = alignUnits(pieces, text.length);
  const { opening, closing } = findMarkup(pieces, groups);
  return {
    text,
    toSource(start, end) {
      const [first, last] = clamp(start, end, text.length);
      let from = starts[first] ?? source.length;
      if (first === last) return [from, from];
      let to = ends[last - 1] ?? from;
      for (const group of opening.get(first) ?? []) {
        if (group.to <= last) from = Math.min(from, group.start);
      }
      for (const group of closing.get(last) ?? []) {
        if (group.from >= first) to = Math.max(to, group.end);
      }
      return [from, to];
    },
    toPlain(start, end) {
      const [from, to] = clamp(start, end, source.length);
      const first = firstAbove(ends, from);
      return [first, from === to ? first : Math.max(first, firstAbove(starts, to - 1))];
    },
  };
}

/** Where each unit of the text begins and ends in the source; both ascend. */
function alignUnits(pieces: readonly Piece[], length: number) {
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let at = 0;
  for (const { text, start, end, literal } of pieces) {
    for (let unit = 0; unit < text.length; unit++, at++) {
      starts[at] = literal ? start + unit : start;
      ends[at] = literal ? start + unit + 1 : end;
    }
  }
  return { starts, ends };
}

/** A group by what it shows, `[from, to)`. */
interface Markup {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** The groups that show something, by where this begins and by where it ends. */
function findMarkup(pieces: readonly Piece[], groups: readonly Group[]) {
  const offsets = [0];
  for (const { text } of pieces) offsets.push((offsets.at(-1) ?? 0) + text.length);
  const opening = new Map<number, Markup[]>();
  const closing = new Map<number, Markup[]>();
  for (const { start, end, first, last } of groups) {
    const markup = { start, end, from: offsets[first] ?? 0, to: offsets[last] ?? 0 };
    if (markup.from === markup.to) continue;
    append(opening, markup.from, markup);
    append(closing, markup.to, markup);
  }
  return { opening, closing };
}

/** The index of the first value above the limit, in ascending values. */
function firstAbove(values: Uint32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
