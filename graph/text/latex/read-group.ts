import { type Argument, argumentAt } from './arguments.ts';
import { findFormula } from './formula.ts';
import type { Pieces } from './pieces.ts';
import { grouped, type Scanner, type Step, type Stretch, type Token } from './scanner.ts';
import { type Script, toScript } from './scripts.ts';

/** A formula, or the dollar as it stands where it opens none. */
export function readFormula(scanner: Scanner, { at, end }: Stretch): Token {
  const { source, out } = scanner;
  const formula = findFormula(source, at, end);
  if (!formula) {
    out.keep(at, at + 1);
    return { next: at + 1 };
  }
  const content = source.slice(formula.start, formula.end);
  const start = formula.end - content.trimStart().length;
  const stretch: Stretch = { at: start, end: start + content.trim().length, mode: 'math' };
  return { next: formula.after, steps: grouped(scanner, at, formula.after, [stretch]) };
}

/** The content of braces that LaTeX groups by, or a brace as it stands. */
export function readBraces(scanner: Scanner, { at, end, mode }: Stretch): Token {
  const close = scanner.pairs.get(at);
  if (close === undefined || close >= end || (mode === 'text' && !isMarkup(scanner, at, close))) {
    scanner.out.keep(at, at + 1);
    return { next: at + 1 };
  }
  const content: Stretch = { at: at + 1, end: close, mode };
  return { next: close + 1, steps: grouped(scanner, at, close + 1, [content]) };
}

/** Whether braces in running text are LaTeX's (`{\em X}`, `{B}ERT`, `8{,}660`), not those of a set, a template or JSON. */
function isMarkup({ source, marked }: Scanner, open: number, close: number): boolean {
  // Two hundred characters tell, and a bounded look keeps nested braces linear.
  const content = source.slice(open + 1, Math.min(close, open + 200));
  if (/^[\\$]/.test(content)) return true;
  const glued =
    /[\p{L}\p{N}}^_]/u.test(source[open - 1] ?? '') ||
    /[\p{L}\p{N}{]/u.test(source[close + 1] ?? '');
  if (content.length === 1) return glued || marked;
  if (content.trim() === '' || /[,:;=|"]|\.\./.test(content)) return false;
  return marked || (glued && /^[\p{L}\p{N}]+$/u.test(content));
}

/** `^2` and `_{ref}` in a formula. */
export function readScript(scanner: Scanner, stretch: Stretch): Token {
  const script = scanner.source[stretch.at] === '^' ? '^' : '_';
  const argument = argumentAt(scanner, stretch.at + 1, stretch.end);
  return readRaised(scanner, stretch, script, argument);
}

/** What the argument shows, raised or lowered where Unicode has every character so, else with its sign: `x²`, `x_ref`. */
export function readRaised(
  scanner: Scanner,
  { at, mode }: Stretch,
  script: Script,
  argument: Argument,
): Token {
  const { out } = scanner;
  const first = out.pieces.length;
  const content: Stretch = { at: argument.start, end: argument.end, mode };
  const steps: Step[] = [
    () => out.put(script, at, at + 1),
    content,
    () => raise(out, first, script),
  ];
  return { next: argument.after, steps: grouped(scanner, at, argument.after, steps) };
}

/** What is longer is no exponent, and the limit keeps nested scripts linear. */
const LONGEST_SCRIPT = 12;

function raise(out: Pieces, first: number, script: Script): void {
  const [sign, ...content] = out.pieces.slice(first, first + LONGEST_SCRIPT + 2);
  if (!sign || content.length > LONGEST_SCRIPT) return;
  const raised = content.map(({ text }) => toScript(script, text));
  if (raised.includes(undefined)) return;
  out.replace(first, '');
  for (const [index, text = ''] of raised.entries()) out.replace(first + 1 + index, text);
}
