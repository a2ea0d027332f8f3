import { bracedAt, commandAt, skipSpace } from './arguments.ts';
import { readingOf } from './commands.ts';
import { readAccent } from './read-accent.ts';
import { readCode } from './read-code.ts';
import { readEscape } from './read-escape.ts';
import { readKnown } from './read-known.ts';
import { grouped, type Scanner, type Stretch, type Token } from './scanner.ts';
import { type CommandSymbol, symbolOf } from './symbols.ts';

/** A command with its arguments: `\textbf{X}`, `\beta`, `\'e`, `\%`. */
export function readCommand(scanner: Scanner, stretch: Stretch): Token {
  const written = commandAt(scanner, stretch.at, stretch.end);
  if (!/^[A-Za-z]/.test(written)) return readEscape(scanner, stretch, written);
  const name = written.replace('*', '');
  const after = stretch.at + 1 + written.length;
  const special = readCode(scanner, stretch) ?? readAccent(scanner, stretch, name, after);
  if (special) return special;
  const symbol = symbolOf(name);
  if (symbol) return readSymbol(scanner, stretch, after, symbol);
  const reading = readingOf(name);
  if (reading) return readKnown(scanner, stretch, name, after, reading);
  return readUnknown(scanner, stretch, name, after);
}

function readSymbol(
  scanner: Scanner,
  { at, end, mode }: Stretch,
  after: number,
  { text, kind }: CommandSymbol,
): Token {
  const { source, out } = scanner;
  const isNear =
    kind === 'letter' || (kind === 'sign' && mode === 'math' && !/\s/.test(source[at - 1] ?? ' '));
  const next = bracedAt(scanner, after, end)?.end === after + 1 ? after + 2 : after;
  const near = isNear && next === after ? skipSpace(scanner, after, end) : next;
  // `\eg.` ends with one full stop.
  const isDoubled = text.endsWith('.') && source[near] === '.';
  out.put(isDoubled ? text.slice(0, -1) : text, at, near);
  return { next: near };
}

/** Macros of the authors: `\foo{bar}` reads bar, `\foo` and `\foo{}` read foo. */
function readUnknown(
  scanner: Scanner,
  { at, end, mode }: Stretch,
  name: string,
  after: number,
): Token {
  const { out } = scanner;
  const argument = bracedAt(scanner, after, end);
  if (argument && argument.start < argument.end) {
    const content: Stretch = { at: argument.start, end: argument.end, mode };
    return { next: argument.after, steps: grouped(scanner, at, argument.after, [content]) };
  }
  const next = argument?.after ?? after;
  // `\n` and `\d` are signs of other languages.
  if (name.length === 1) {
    out.keep(at, next);
    return { next };
  }
  // `n\log n` reads n log n.
  if (mode === 'math' && /[\p{L}\p{N}]/u.test(out.last())) out.put(' ', at, at + 1);
  const first = out.pieces.length;
  out.keep(at + 1, after);
  out.close(at, next, first);
  return { next };
}
