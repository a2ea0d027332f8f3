import { Command } from 'commander';
import { proposalOf } from '../../graph/decisions/amendment.ts';
import { ENTITY_TYPES, type EntityType } from '../../graph/schema.ts';
import { type AmendFlags, addDecisions, deciding } from './amend.ts';
import type { CommandIo } from './command-io.ts';
import { addCommand } from './correct-add.ts';
import { choose, type NumberFlags, numbered } from './correct-flags.ts';
import { decimal, filled } from './flags.ts';

/** `sotagraph correct`: put facts right that were read wrongly. */
export function correctCommand(io: CommandIo): Command {
  const correct = new Command('correct')
    .description('put right what was read wrongly; it stays right when the library is built again')
    .addHelpText('after', '\nExample:\n  $ sotagraph correct value "result:2601.00001#32" 31.6');
  for (const command of [dropCommand, typeCommand, valueCommand, addCommand]) {
    correct.addCommand(command(io));
  }
  return correct;
}

function dropCommand(io: CommandIo): Command {
  return deciding(new Command('drop'))
    .description('drop a claim, a number or a thing')
    .argument(
      '<what>',
      '"simsd OUTPERFORMS eagle3 2601.00001", result:2601.00001#32, or a thing',
      filled,
    )
    .addHelpText('after', '\nExample:\n  $ sotagraph correct drop "result:2601.00001#32"')
    .action((what: string, flags: AmendFlags) =>
      addDecisions(proposalOf({ kind: 'drop', what }), flags, io),
    );
}

function typeCommand(io: CommandIo): Command {
  return deciding(new Command('type'))
    .description('decide the type of a thing')
    .argument('<thing>', 'its key or name; SCALE@2602.00002 for that paper alone', filled)
    .argument('<type>', ENTITY_TYPES.join(', '))
    .addHelpText('after', '\nExample:\n  $ sotagraph correct type mmviad Benchmark')
    .action(async (thing: string, given: string, flags: AmendFlags) => {
      const type = choose<EntityType>(given, ENTITY_TYPES);
      await addDecisions(proposalOf({ kind: 'type', thing, type }), flags, io);
    });
}

function valueCommand(io: CommandIo): Command {
  return numbered(deciding(new Command('value')))
    .description('put the value of a number right')
    .argument('<result>', 'its key: result:2601.00001#32', filled)
    .argument('<value>', 'the number', decimal)
    .addHelpText('after', '\nExample:\n  $ sotagraph correct value "result:2601.00001#32" 31.6')
    .action((result: string, value: number, flags: NumberFlags) => {
      const right = {
        value,
        ...(flags.unit && { unit: flags.unit }),
        ...(flags.kind && { resultKind: flags.kind }),
      };
      return addDecisions(proposalOf({ kind: 'value', result, ...right }), flags, io);
    });
}
