import { accented, isAccent } from './accents.ts';
import { argumentAt, bracedAt } from './arguments.ts';
import { readMarked } from './read-accent.ts';
import { readFormula } from './read-group.ts';
import type { Scanner, Stretch, Token } from './scanner.ts';

/** A backslash with anything but a letter after it: `\%`, `\'e`, `\,`, `\(`. */
export function readEscape(scanner: Scanner, stretch: Stretch, name: string): Token {
  const { out } = scanner;
  const { at, mode } = stretch;
  if (mode === 'text' && (name === '(' || name === '[')) return readFormula(scanner, stretch);
  if (name === '\\') return readLineBreak(scanner, stretch);
  const marked =
    mode === 'text' && isAccent(name) ? readAccented(scanner, stretch, name) : undefined;
  if (marked) return marked;
  const next = at + 1 + name.length;
  const shown = mode === 'math' && name === '|' ? '‖' : (SPACES.get(name) ?? name);
  // A digit is no command: `\3` stands as it is.
  if (name === '' || /[\p{L}\p{N}]/u.test(name)) out.keep(at, next);
  else out.put(shown, at, next);
  return { next };
}

/** `\-` is a hyphen more often than a place to break a word: `LLaMA\-based`. */
const SPACES: ReadonlyMap<string, string> = new Map([
  ...[' ', '\n', '\t', ',', ';', ':', '>'].map((name): [string, string] => [name, ' ']),
  ...['!', '/', '@'].map((name): [string, string] => [name, '']),
]);

/** `\'e`, `\"{o}`; but `model\'s` has an apostrophe. */
function readAccented(scanner: Scanner, stretch: Stretch, name: string): Token | undefined {
  const { source } = scanner;
  const { at, end } = stretch;
  if (name === "'" && /^s\b/.test(source.slice(at + 2, at + 4))) return undefined;
  const braced = bracedAt(scanner, at + 2, end);
  if (braced) return readMarked(scanner, stretch, name, braced);
  const argument = argumentAt(scanner, at + 2, end);
  const letter = source.slice(argument.start, argument.end);
  const composes =
    accented(name, letter).length === letter.length && accented(name, letter) !== letter;
  return composes || /^\\[ij]$/.test(letter)
    ? readMarked(scanner, stretch, name, argument)
    : undefined;
}

/** A new line, or a backslash too many: `86\\%`. */
function readLineBreak({ source, out }: Scanner, { at, mode }: Stretch): Token {
  const after = source[at + 2] ?? '';
  if (mode === 'math' ? /[A-Za-z]/.test(after) : /[%$&#_]/.test(after)) {
    out.put('', at, at + 1);
    return { next: at + 1 };
  }
  out.put(' ', at, at + 2);
  return { next: at + 2 };
}
