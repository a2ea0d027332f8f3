import { Command } from 'commander';
import { UsageError } from '../../graph/errors.ts';
import { type AmendFlags, amend, amending } from './amend.ts';
import type { CommandIo } from './command-io.ts';
import { filledOnes } from './flags.ts';

/** `sotagraph remove PAPERS`: papers out of a library, with all that they alone say. */
export function removeCommand(io: CommandIo): Command {
  return amending(new Command('remove'))
    .description('remove papers; what other papers say as well stays')
    .argument('<papers...>', 'their ids', filledOnes)
    .addHelpText('after', '\nExample:\n  $ sotagraph remove 2601.00001 --dry-run')
    .action((papers: string[], flags: AmendFlags) =>
      amend(
        ({ facts, decisions }) => {
          const known = new Set(facts.map(({ id }) => id));
          const [unknown] = papers.filter((id) => !known.has(id));
          if (unknown !== undefined)
            throw new UsageError(`there is no paper "${unknown}" in this library`);
          const gone = new Set(papers);
          return { facts: facts.filter(({ id }) => !gone.has(id)), decisions };
        },
        flags,
        io,
      ),
    );
}
