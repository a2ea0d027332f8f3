import { Command } from 'commander';
import { derive } from '../../graph/derive.ts';
import { UsageError } from '../../graph/errors.ts';
import type { Anchor, Decision } from '../../graph/schema.ts';
import { readTruth } from '../library/amend-library.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { type AmendFlags, amend, amending, sayProblems } from './amend.ts';
import { type CommandIo, write } from './command-io.ts';
import { positiveInteger } from './flags.ts';

/** `sotagraph decisions`: what persons decided, and taking it back. */
export function decisionsCommand(io: CommandIo): Command {
  const decisions = new Command('decisions')
    .description('see and take back what persons decided')
    .addHelpText('after', '\nExample:\n  $ sotagraph decisions log');
  decisions.addCommand(logCommand(io).copyInheritedSettings(decisions));
  decisions.addCommand(undoCommand(io).copyInheritedSettings(decisions));
  return decisions;
}

function logCommand(io: CommandIo): Command {
  return new Command('log')
    .description('list the decisions with their numbers, and those that have no effect')
    .option('-l, --library <folder>', 'the folder of the library', DEFAULT_LIBRARY)
    .addHelpText('after', '\nExample:\n  $ sotagraph decisions log --library library')
    .action(async ({ library }: { library: string }) => {
      const { facts, decisions } = await readTruth(library);
      for (const [index, decision] of decisions.entries()) {
        await write(io.stdout, `${index + 1}  ${describe(decision)}\n`);
      }
      sayProblems(derive(facts, decisions).problems, io);
    });
}

function undoCommand(io: CommandIo): Command {
  return amending(new Command('undo'))
    .description('take a decision back')
    .argument('<number>', 'its number in the log', positiveInteger)
    .addHelpText('after', '\nExample:\n  $ sotagraph decisions undo 3')
    .action((number: number, flags: AmendFlags) =>
      amend(
        (truth) => {
          if (number > truth.decisions.length) {
            throw new UsageError(
              `there is no decision ${number}; \`sotagraph decisions log\` numbers them`,
            );
          }
          return { ...truth, decisions: truth.decisions.toSpliced(number - 1, 1) };
        },
        flags,
        io,
      ),
    );
}

/** `2026-03-14 ada: same "SCALE" (2601.00001), "SCALE" (2602.00002)` */
function describe({ schema: _, at, author, kind, ...rest }: Decision): string {
  const parts = Object.values(rest).flatMap((value) => {
    if (value === null || value === undefined) return [];
    return typeof value === 'object' ? [quote(value)] : [String(value)];
  });
  return `${at.slice(0, 10)} ${author}: ${kind} ${parts.join(', ')}`;
}

const quote = ({ words, paper }: Anchor): string => `"${words}" (${paper})`;
