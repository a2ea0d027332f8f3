import type { Span } from './read.ts';
import type { TaggedSpan } from './tag.ts';

/**
 * Moves the borders of names that the tags cut inside a word to the ends of the word: "Mamba" of "Mamba-2" becomes
 * "Mamba-2", "LLaVA 1" of "LLaVA 1.5" the whole, "zero" of "zero-shot" the whole. What the language hangs on a name
 * stays off: "-based", "-driven".
 * @param spans in the order of the text
 */
export function settleBorders(spans: readonly TaggedSpan[], source: string): TaggedSpan[] {
  const settled: TaggedSpan[] = [];
  for (const [index, tagged] of spans.entries()) {
    const least = settled.at(-1)?.span[1] ?? 0;
    const most = spans[index + 1]?.span[0] ?? source.length;
    const [start, end] = tagged.span;
    const from = Math.max(start, least) === start ? leftBorder(source, start, least) : least;
    const span = withoutJoiners(source, [from, rightBorder(source, end, most)]);
    if (span[0] < span[1]) settled.push({ ...tagged, span });
  }
  return settled;
}

/** Characters around a border that are looked at: no word is longer. */
const REACH = 60;
/** The rest of a word that goes on after a name, with all its hyphenated parts. */
const REST = /^(?:[\p{L}\p{N}]+|(?:[-‑.](?=\p{N})|[-‑](?=\p{L}))[\p{L}\p{N}]+)+/u;
/** What may be hung on any name without being a part of it, also by a hyphen that stands for a dash. */
const HUNG =
  /^[-‑](?:\p{L}+(?:ed|en|ing)|like|only|style|type|oriented|centric|aware|agnostic|level|wise|scale|time|dependent|efficient|specific|free|sensitive|friendly|resilient|resistant|capable|compatible|to|and|or|the|that|which|where|while)(?![\p{L}\p{N}])/iu;
/** The beginning of a word before a name, and prefixes that are not a part of any. */
const HEAD = /(?:[\p{L}\p{N}]+[-‑])*[\p{L}\p{N}]+[-‑]?$/u;
const PREFIX = /^(?:high|low|non|post|pre|single|anti|state-of-the-art)[-‑]$/iu;

function rightBorder(source: string, end: number, most: number): number {
  const after = source.slice(end, Math.min(end + REACH, source.length));
  const joined = /[-‑+/]/.test(source[end - 1] ?? '') ? /^[\p{L}\p{N}]/u.test(after) : true;
  if (!joined || HUNG.test(after)) return end;
  const [rest] = REST.exec(after) ?? [];
  return rest && end + rest.length <= most ? end + rest.length : end;
}

function leftBorder(source: string, start: number, least: number): number {
  const [head] = HEAD.exec(source.slice(Math.max(least, start - REACH), start)) ?? [];
  if (!head || PREFIX.test(head)) return start;
  return start - head.length;
}

/**
 * A hyphen, a slash or a preposition at an end joins nothing any more: "visual grounding and" is "visual grounding".
 * A plus may be the name's own: C++, GSDMM+.
 */
function withoutJoiners(source: string, [start, end]: Span): Span {
  const text = source.slice(start, end);
  const before = /^[\s\-‑/]+/.exec(text)?.[0].length ?? 0;
  const after = JOINERS.exec(text.slice(-REACH))?.[0].length ?? 0;
  const cut: Span = [start + before, Math.max(start + before, end - after)];
  const isCutAtPlus = source[cut[1] - 1] === '+' && /[\p{L}\p{N}]/u.test(source[cut[1]] ?? '');
  return isCutAtPlus ? [cut[0], cut[1] - 1] : cut;
}

const JOINERS = /(?:[\s\-‑/]|(?<=\s)(?:and|or|from|in|for|of|on|with|to|by|via|the))*$/;
