import { accented, isAccent, isMathAccent } from './accents.ts';
import { type Argument, argumentAt, bracedAt, skipSpace } from './arguments.ts';
import { grouped, type Scanner, type Stretch, type Token } from './scanner.ts';
import { symbolOf } from './symbols.ts';

/** A letter with a mark that is named by letters: `\c{c}`, `\hat x`. */
export function readAccent(
  scanner: Scanner,
  stretch: Stretch,
  name: string,
  after: number,
): Token | undefined {
  const { source, out } = scanner;
  const { at, end } = stretch;
  if (isMathAccent(name)) {
    const argument = argumentAt(scanner, skipSpace(scanner, after, end), end);
    return readMarked(scanner, stretch, name, argument);
  }
  const braced = isAccent(name) ? bracedAt(scanner, after, end) : undefined;
  if (!braced) return undefined;
  // Some exports make `\r{ho}` of `\rho`.
  const symbol = symbolOf(
    name + source.slice(braced.start, Math.min(braced.end, braced.start + 9)),
  );
  if (symbol === undefined) return readMarked(scanner, stretch, name, braced);
  out.put(symbol.text, at, braced.after);
  return { next: braced.after };
}

/** Marks what the argument shows, if that is one letter. */
export function readMarked(
  scanner: Scanner,
  { at, mode }: Stretch,
  name: string,
  argument: Argument,
): Token {
  const { out } = scanner;
  const first = out.pieces.length;
  const content: Stretch = { at: argument.start, end: argument.end, mode };
  const mark = () => {
    const [letter, ...more] = out.pieces.slice(first, first + 2);
    if (letter && more.length === 0) out.replace(first, accented(name, letter.text));
  };
  return {
    next: argument.after,
    steps: grouped(scanner, at, argument.after, [content, mark]),
  };
}
