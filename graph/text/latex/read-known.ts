import { type Argument, argumentAt, bracedAt, skipSpace } from './arguments.ts';
import { isReference, type Reading } from './commands.ts';
import { readRaised } from './read-group.ts';
import {
  grouped,
  type Mode,
  type Scanner,
  type Step,
  type Stretch,
  type Token,
} from './scanner.ts';
import type { Script } from './scripts.ts';

/** A command of LaTeX, by its reading. */
export function readKnown(
  scanner: Scanner,
  { at, end, mode }: Stretch,
  name: string,
  after: number,
  reading: Reading,
): Token {
  const { out } = scanner;
  if (isReference(name)) out.trimEnd();
  const { next, found } = findArguments(scanner, { at: after, end, mode }, reading.takes);
  const script = SCRIPTS.get(name);
  const raised = script ? found[0] : undefined;
  if (script && raised) return readRaised(scanner, { at, end, mode }, script, raised);
  const all = reading.shows.flatMap((index) => found[index] ?? []);
  // `\href{https://...}` without its text.
  const shown = all.length === 0 && reading.shows.length > 0 ? found.slice(0, 1) : all;
  const put = (text: string | undefined, from: number, to: number): Step[] =>
    text === undefined ? [] : [() => out.put(text, from, Math.max(to, from + 1))];
  const steps = shown.flatMap(({ start, end }, index) => [
    ...put(index === 0 ? reading.before : reading.between, shown[index - 1]?.end ?? at, start),
    { at: start, end, mode: modeOf(name, mode) },
    ...put(index === shown.length - 1 ? reading.after : undefined, end, next),
  ]);
  return { next, steps: grouped(scanner, at, next, steps) };
}

const SCRIPTS: ReadonlyMap<string, Script> = new Map([
  ['textsuperscript', '^'],
  ['textsubscript', '_'],
]);

/** In a formula one character or command may stand for an argument; a declaration takes the space after it: `{\em X}`. */
function findArguments(
  scanner: Scanner,
  { at, end, mode }: Stretch,
  count: number,
): { readonly next: number; readonly found: readonly Argument[] } {
  if (count === 0) return { next: skipSpace(scanner, at, end), found: [] };
  const found: Argument[] = [];
  let next = skipOption(scanner, at, end);
  while (found.length < count) {
    const from = skipSpace(scanner, next, end);
    const argument =
      mode === 'math' && from < end ? argumentAt(scanner, from, end) : bracedAt(scanner, from, end);
    if (!argument) break;
    found.push(argument);
    next = argument.after;
  }
  return { next, found };
}

/** `[RGB]`, `[t]`, `[3]`: how, not what. */
function skipOption({ source }: Scanner, at: number, end: number): number {
  const option = /^(?:\[[^[\]{}\\$]*\])+(?=\{)/.exec(source.slice(at, Math.min(end, at + 80)));
  return at + (option?.[0].length ?? 0);
}

/** A name within a formula is text; an address is neither. */
function modeOf(command: string, mode: Mode): Mode {
  if (command === 'url' || command === 'path') return 'verbatim';
  return command.startsWith('text') || command === 'mbox' ? 'text' : mode;
}
