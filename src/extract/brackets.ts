import type { Span } from './read.ts';
import type { TaggedSpan } from './tag.ts';

/**
 * Puts names right that the tags cut at a bracket: "Long Form (LF" becomes "Long Form" and "LF", "LF) loss" becomes
 * "LF", "FLUX.1 [dev" becomes "FLUX.1 [dev]".
 */
export function settleBrackets(tagged: TaggedSpan, source: string): TaggedSpan[] {
  const [start, end] = tagged.span;
  const text = source.slice(start, end);
  const at = (from: number, to: number): TaggedSpan => ({
    ...tagged,
    span: trim(source, [start + from, start + to]),
  });
  const open = /[([]([^()[\]]*)[)\]]?$/.exec(text);
  const closed = /[)\]]$/.test(text);
  if (open?.index && (closed || /^\s*[)\]]/.test(source.slice(end, end + 2)))) {
    const [before, inside] = [text.slice(0, open.index), open[1] ?? ''];
    const from = open.index + 1;
    if (abbreviates(inside, before)) return [at(0, open.index), at(from, from + inside.length)];
    return closed
      ? [tagged]
      : [at(0, source.slice(start, end + 40).search(/(?<=[([][^)\]]*)[)\]]/) + 1)];
  }
  if (open?.index) return [at(0, open.index)];
  const close = /^[^()[\]]+(?=[)\]])/.exec(text);
  return close ? [at(0, close[0].length)] : [tagged];
}

/** Whether a short form's letters stand in a long form in this order, the first being its first: GRPO, SimSD, dLLMs. */
export function abbreviates(short: string, long: string): boolean {
  const letters = short.replace(/\P{L}/gu, '').replace(/s$/, '').toLowerCase();
  const words = long.trim().toLowerCase();
  if (!letters || letters[0] !== words[0] || /\s/.test(short.trim())) return false;
  let at = 0;
  for (const letter of letters) {
    at = words.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function trim(source: string, [start, end]: Span): Span {
  const text = source.slice(start, end);
  return [end - text.trimStart().length, start + text.trimEnd().length];
}
