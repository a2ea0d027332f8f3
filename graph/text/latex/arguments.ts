import { isAccent, isMathAccent } from './accents.ts';
import { readingOf } from './commands.ts';
import type { Scanner } from './scanner.ts';

/** The content `[start, end)` of an argument, and the offset after it with its braces. */
export interface Argument {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

/** The argument that begins at `at`: a group in braces, a command with arguments of its own, or one character. */
export function argumentAt(scanner: Scanner, at: number, end: number): Argument {
  const after = tokenEnd(scanner, at, end);
  return bracedAt(scanner, at, end) ?? { start: at, end: after, after };
}

/** The argument in braces that begins at `at`, if one does. */
export function bracedAt(
  { source, pairs }: Scanner,
  at: number,
  end: number,
): Argument | undefined {
  const close = pairs.get(at);
  if (source[at] !== '{' || close === undefined || close >= end) return undefined;
  return { start: at + 1, end: close, after: close + 1 };
}

/** The name of the command whose backslash stands at `at`: letters, or one other character, or none at the end. */
export function commandAt({ source }: Scanner, at: number, end: number): string {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(source)?.[0] ?? '';
  return name.slice(0, Math.max(0, end - at - 1));
}

const NAME = /[A-Za-z]+\*?|[^A-Za-z]/suy;

/** The offset of the first character from `at` on that is no white space. */
export function skipSpace({ source }: Scanner, at: number, end: number): number {
  let next = at;
  while (next < end && /\s/.test(source[next] ?? '')) next++;
  return next;
}

/** Arguments of arguments are looked for in braces alone, so that `\hat\hat\hat` is not read again and again. */
function tokenEnd(scanner: Scanner, at: number, end: number): number {
  if (at >= end) return end;
  if (scanner.source[at] !== '\\') {
    const character = String.fromCodePoint(scanner.source.codePointAt(at) ?? 0);
    return Math.min(end, at + character.length);
  }
  const name = commandAt(scanner, at, end);
  let after = at + 1 + name.length;
  for (let count = argumentCount(name); count > 0; count--) {
    after = bracedAt(scanner, after, end)?.after ?? after;
  }
  return after;
}

function argumentCount(name: string): number {
  return isAccent(name) || isMathAccent(name) ? 1 : (readingOf(name)?.takes ?? 1);
}
