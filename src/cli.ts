#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { Command, CommanderError } from 'commander';
import { QueryError } from '../graph/cypher/query-error.ts';
import {
  ConnectionError,
  ExportError,
  GraphError,
  InputError,
  UsageError,
} from '../graph/errors.ts';
import { buildCommand } from './commands/build.ts';
import { claimsCommand } from './commands/claims.ts';
import { colorsFor } from './commands/colors.ts';
import type { CommandIo } from './commands/command-io.ts';
import { conflictsCommand } from './commands/conflicts.ts';
import { correctCommand } from './commands/correct.ts';
import { decisionsCommand } from './commands/decisions.ts';
import { diffCommand } from './commands/diff.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { exploreCommand } from './commands/explore.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { identityCommand } from './commands/identity.ts';
import { leaderboardCommand } from './commands/leaderboard.ts';
import { matrixCommand } from './commands/matrix.ts';
import { mergeCommand } from './commands/merge.ts';
import { pushCommand } from './commands/push.ts';
import { queryCommand } from './commands/query.ts';
import { removeCommand } from './commands/remove.ts';
import { similarCommand } from './commands/similar.ts';
import { statsCommand } from './commands/stats.ts';
import { timelineCommand } from './commands/timeline.ts';
import { extractDocuments } from './runtime/extract-all.ts';
import { describeRuntime, extractorVersion } from './runtime/open-model.ts';
import { PACKAGE_ROOT } from './runtime/package-root.ts';

/** Milliseconds that a command that was asked to end may still take. */
const PATIENCE = 5000;
const EXIT = { ok: 0, failed: 1, usage: 2, interrupted: 130 } as const;

async function main(argv: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // The first asks to end well; who asks again, or waits for what does not end, is not kept waiting.
      if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
      interrupt.abort();
      setTimeout(() => process.exit(EXIT.interrupted), PATIENCE).unref();
    });
  }
  // Whoever reads or writes is told of the failure; without a listener it would end the process on the spot.
  for (const stream of [process.stdin, process.stdout, process.stderr]) {
    stream.on('error', () => undefined);
  }
  const program = new Command('sotagraph');
  const io: CommandIo = {
    stdin: addAbortSignal(interrupt.signal, process.stdin),
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interrupt.signal,
    quiet: () => program.opts<{ quiet?: boolean }>().quiet === true,
  };
  program
    .description(
      'The state of the art as a graph: methods, models, benchmarks, metrics and numbers, each with the words that say so.',
    )
    .option('-q, --quiet', 'say nothing but results and errors')
    .version(await describe(argv), '-V, --version', 'print the version, and what reads here')
    .exitOverride()
    .configureOutput({ outputError: (text, print) => print(colorsFor(process.stderr).red(text)) });
  for (const command of commands(io)) {
    program.addCommand(inheriting(command, program));
  }
  program.addHelpText('after', HELP);
  try {
    await program.parseAsync(argv);
    return EXIT.ok;
  } catch (error) {
    return report(error, interrupt.signal);
  }
}

/** A command, and those below it, with the settings of the one above. */
function inheriting(command: Command, above: Command): Command {
  command.copyInheritedSettings(above);
  for (const below of command.commands) inheriting(below, command);
  return command;
}

function commands(io: CommandIo): Command[] {
  return [
    buildCommand(io),
    exploreCommand(io),
    exportCommand(io),
    queryCommand(io, process.env),
    leaderboardCommand(io),
    conflictsCommand(io),
    matrixCommand(io),
    similarCommand(io),
    claimsCommand(io),
    statsCommand(io),
    timelineCommand(io),
    diffCommand(io),
    pushCommand(io, process.env),
    extractCommand(io),
    mergeCommand(io),
    removeCommand(io),
    identityCommand(io),
    correctCommand(io),
    decisionsCommand(io),
    evaluateCommand(io, async function* (documents) {
      const extractor = await extractorVersion();
      yield* extractDocuments(documents, { extractor, signal: io.signal });
    }),
  ];
}

const HELP = `
Example:
  $ sotagraph build seeds --out library
  $ sotagraph explore library`;

/** The version with what reads here, which takes a moment to find out and so is done only where it is asked for. */
async function describe(argv: readonly string[]): Promise<string> {
  if (!argv.some((word) => word === '-V' || word === '--version')) return '';
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  const extractor = `extractor ${await extractorVersion()}`;
  return `sotagraph ${version} (${extractor}, ${await describeRuntime()})`;
}

/** Says what went wrong, and gives the exit code. */
function report(error: unknown, signal: AbortSignal): number {
  if (signal.aborted && isAbort(error)) {
    process.stderr.write('Stopped.\n');
    return EXIT.interrupted;
  }
  // A reader of our output that has seen enough, such as `head`, is no failure.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return EXIT.ok;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const message =
    error instanceof InputError
      ? error.located
      : error instanceof QueryError
        ? error.illustrated
        : String(error instanceof Error ? error.message : error);
  const colors = colorsFor(process.stderr);
  process.stderr.write(`${colors.red('error:')} ${message}\n`);
  if (error instanceof UsageError) return EXIT.usage;
  if (!isExpected(error) && error instanceof Error) {
    process.stderr.write(`${colors.dim(error.stack ?? '')}\n`);
  }
  return EXIT.failed;
}

/** Also where a reader has put the end of its input into words of its own. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || isAbort(error.cause));
}

/** What a person can put right; anything else is our own fault and shows where. */
function isExpected(error: unknown): boolean {
  return (
    error instanceof InputError ||
    error instanceof ConnectionError ||
    error instanceof QueryError ||
    error instanceof ExportError ||
    error instanceof GraphError ||
    (error instanceof Error && 'syscall' in error)
  );
}

process.exitCode = await main(process.argv);
