import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { Derived } from '../../graph/derive.ts';
import type { Difference } from '../../graph/difference.ts';
import { type Decision, SCHEMA_VERSION } from '../../graph/schema.ts';
import { type Anchors, anchorsIn } from '../identity/anchors.ts';
import { type Amended, amendLibrary, type Truth } from '../library/amend-library.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { type CommandIo, say, write } from './command-io.ts';

export interface AmendFlags {
  readonly library: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly by?: string;
}

/** A decision before it is signed. */
type Unsigned = Decision extends infer D
  ? D extends Decision
    ? Omit<D, 'schema' | 'at' | 'author'>
    : never
  : never;

/** The options of a command that changes a library. */
export function amending(command: Command): Command {
  return command
    .option('-l, --library <folder>', 'the folder of the library', DEFAULT_LIBRARY)
    .option('--dry-run', 'tell what would change, and write nothing', false)
    .option('--json', 'print what changes as JSON', false);
}

/** The options of a command that adds decisions. */
export function deciding(command: Command): Command {
  return amending(command).option(
    '--by <author>',
    'who decides (default: the user of this machine)',
  );
}

/** Adds decisions to a library, signed and dated, and tells what they change. */
export async function addDecisions(
  make: (anchors: Anchors, derived: Derived) => readonly Unsigned[],
  flags: AmendFlags,
  io: CommandIo,
  now = () => new Date(),
): Promise<void> {
  const signature = {
    schema: SCHEMA_VERSION,
    at: now().toISOString(),
    author: flags.by ?? userInfo().username,
  } as const;
  await amend(
    (truth, derived) => {
      const made = make(anchorsIn(truth, derived), derived);
      const signed = made.map((unsigned): Decision => ({ ...signature, ...unsigned }));
      return { ...truth, decisions: [...truth.decisions, ...signed] };
    },
    flags,
    io,
  );
}

/** Changes a library and tells what changes, or would change. */
export async function amend(
  change: (truth: Truth, derived: Derived) => Truth,
  { library, dryRun, json }: Pick<AmendFlags, 'library' | 'dryRun' | 'json'>,
  io: CommandIo,
): Promise<void> {
  const amended = await amendLibrary(library, change, { dryRun });
  const { difference, problems } = amended;
  const report = { library, dryRun, ...difference, problems };
  const text = json
    ? `${JSON.stringify(report, null, 2)}\n`
    : describeDifference(difference, dryRun);
  await write(io.stdout, text);
  if (!json) sayProblems(problems, io);
}

/** Tells of decisions that have no effect. */
export function sayProblems(problems: Amended['problems'], io: CommandIo): void {
  for (const { line, message } of problems) say(io, `decisions.jsonl:${line}: ${message}`);
}

function describeDifference(difference: Difference, dryRun: boolean): string {
  const rows = [
    ['+', difference.added],
    ['-', difference.removed],
    ['~', difference.changed],
  ] as const;
  const lines = rows.flatMap(([sign, keys]) => keys.map((key) => `${sign} ${key}\n`));
  if (lines.length === 0) return 'Nothing changes.\n';
  return dryRun ? `This would change:\n${lines.join('')}` : lines.join('');
}
