import type { Command } from 'commander';
import type { Proposal } from '../../graph/decisions/amendment.ts';
import type { Derived } from '../../graph/derive.ts';
import type { Difference } from '../../graph/difference.ts';
import { type Amended, amendLibrary, type Truth } from '../library/amend-library.ts';
import { type Decided, decide } from '../library/decide.ts';
import { decisionId } from '../library/decision-id.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { filled } from './flags.ts';
import { libraryOption } from './library-option.ts';

export interface AmendFlags {
  readonly library: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly by?: string;
}

/** The options of a command that changes a library. */
export function amending(command: Command): Command {
  return command
    .addOption(libraryOption())
    .option('--dry-run', 'tell what would change, and write nothing', false)
    .option('--json', 'print what changes as JSON', false);
}

/** The options of a command that adds decisions. */
export function deciding(command: Command): Command {
  return amending(command).option(
    '--by <author>',
    'who decides (default: the user of this machine)',
    filled,
  );
}

/** Adds decisions to a library, signed and dated, and tells what they change. */
export async function addDecisions(
  proposal: Proposal,
  { library, by, dryRun, json }: AmendFlags,
  io: CommandIo,
): Promise<void> {
  const decided = await decide(library, proposal, { by, dryRun });
  await tell(decided, { library, dryRun, json }, io);
  if (!dryRun && !json) say(io, howToUndo(decided, library));
}

/** `Decision k3f9a04c2be; \`sotagraph decisions undo k3f9a04c2be\` takes it back.` */
function howToUndo({ decisions }: Decided, library: string): string {
  const [id = ''] = decisions.map(decisionId);
  const where = library === DEFAULT_LIBRARY ? '' : ` --library ${library}`;
  const undo = `sotagraph decisions undo ${id}`;
  return decisions.length > 1
    ? `${decisions.length} decisions; \`${undo} --together${where}\` takes them back.`
    : `Decision ${id}; \`${undo}${where}\` takes it back.`;
}

/** Changes a library and tells what changes, or would change. */
export async function amend(
  change: (truth: Truth, derived: Derived) => Truth,
  { library, dryRun, json }: Pick<AmendFlags, 'library' | 'dryRun' | 'json'>,
  io: CommandIo,
): Promise<void> {
  await tell(amendLibrary(library, change, { dryRun }), { library, dryRun, json }, io);
}

/** Tells what changes in a library, or would change. */
export async function tell(
  amending: Amended | Promise<Amended>,
  { library, dryRun, json }: Pick<AmendFlags, 'library' | 'dryRun' | 'json'>,
  io: CommandIo,
): Promise<void> {
  const { difference, problems } = await amending;
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
  if (lines.length === 0) return 'Nothing changes in the graph.\n';
  const head = `${dryRun ? 'This would change' : 'Changed'} (+ added, - removed, ~ changed):\n`;
  return head + lines.join('');
}
