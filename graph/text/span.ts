/** Offsets `[start, end)` in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** The span within a text of this length; an end before its start is an empty span. */
export function clamp(start: number, end: number, length: number): Span {
  const from = Math.min(Math.max(start, 0), length);
  return [from, Math.min(Math.max(end, from), length)];
}
