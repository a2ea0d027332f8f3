import type { Scanner, Stretch, Token } from './scanner.ts';

/** Dashes, quotes and ties: `--` reads –, ``x'' reads “x”, the tie of `Fig.~1` a space. */
export function readTypography(scanner: Scanner, stretch: Stretch): Token {
  const { source, out } = scanner;
  const { at, end, mode } = stretch;
  let next = at + 1;
  while (next < end && source[next] === source[at]) next++;
  const shown = mode === 'math' ? inMath(source, at, next) : inText(scanner, at, next);
  if (shown === undefined) out.keep(at, next);
  else out.put(shown, at, next);
  return { next };
}

function inMath(source: string, at: number, next: number): string | undefined {
  if (source[at] === "'") return '′'.repeat(next - at);
  return source[at] === '~' ? ' ' : undefined;
}

function inText(scanner: Scanner, at: number, next: number): string | undefined {
  const { source } = scanner;
  const before = source[at - 1] ?? ' ';
  const after = source[next] ?? ' ';
  switch (source.slice(at, next)) {
    case '~':
      return isTie(before, after) && !isInUrl(source, at) ? ' ' : undefined;
    case '--':
      // ` --quiet` is an option of a command line.
      return (/\S/.test(before) || /\s/.test(after)) && !isInUrl(source, at) ? '–' : undefined;
    case '---':
      return '—';
    case '``':
      scanner.quotes++;
      return '“';
    case "''":
      if (scanner.quotes === 0) return undefined;
      scanner.quotes--;
      return '”';
    default:
      return undefined;
  }
}

/** A tie holds two words together; `~43%`, `1~2%` and `r ~ 0.4` say "about" and "to". */
function isTie(before: string, after: string): boolean {
  if (/\s/.test(after)) return false;
  return /\d/.test(after) ? /[\p{L}.,:;)\]}%$]/u.test(before) : /[^\s([{<>=/"'+~-]/.test(before);
}

/** An address stands as it is. It is never longer, and a bounded look keeps time linear. */
function isInUrl(source: string, at: number): boolean {
  return /https?:\/\/[^\s{}]*$/.test(source.slice(Math.max(0, at - 200), at));
}
