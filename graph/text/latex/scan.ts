import { pairBraces } from './braces.ts';
import { createPieces, type Pieces } from './pieces.ts';
import { readCommand } from './read-command.ts';
import { readBraces, readFormula, readScript } from './read-group.ts';
import { readTypography } from './read-typography.ts';
import type { Scanner, Step, Stretch, Token } from './scanner.ts';

/**
 * Reads LaTeX from left to right into what it shows. Nesting is kept on a list of steps, not on the
 * call stack, and every token is read once, so that time is linear in the length of the source.
 */
export function scan(source: string): Pieces {
  const scanner: Scanner = {
    source,
    pairs: pairBraces(source),
    out: createPieces(source),
    marked: /\\[A-Za-z%]/.test(source),
    quotes: 0,
  };
  const steps: Step[] = [{ at: 0, end: source.length, mode: 'text' }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (typeof step === 'function') step();
    else steps.push(...readStretch(scanner, step));
  }
  return scanner.out;
}

/** Reads as far as the first token that nests; what is then to be done comes back, the first last. */
function readStretch(scanner: Scanner, stretch: Stretch): readonly Step[] {
  while (stretch.at < stretch.end) {
    const token = readToken(scanner, stretch);
    stretch.at = token.next;
    if (token.steps) return [stretch, ...token.steps.toReversed()];
  }
  return [];
}

function readToken(scanner: Scanner, stretch: Stretch): Token {
  const { mode } = stretch;
  switch (scanner.source[stretch.at]) {
    case '\\':
      return readCommand(scanner, stretch);
    case '{':
      return readBraces(scanner, stretch);
    case '$':
      return mode === 'text' ? readFormula(scanner, stretch) : readWords(scanner, stretch);
    case '^':
    case '_':
      return mode === 'math' ? readScript(scanner, stretch) : readWords(scanner, stretch);
    case '~':
    case '-':
    case '`':
    case "'":
      return mode === 'verbatim' ? readWords(scanner, stretch) : readTypography(scanner, stretch);
    default:
      return readWords(scanner, stretch);
  }
}

const SPECIAL = new Set("\\{$^_~-`'");

/** One character, and all after it that mean nothing to LaTeX. */
function readWords({ source, out }: Scanner, { at, end }: Stretch): Token {
  let next = at + 1;
  while (next < end && !SPECIAL.has(source[next] ?? '')) next++;
  out.keep(at, next);
  return { next };
}
