import { Command, Option } from 'commander';
import { decisionsFor, mentionIn } from '../../graph/decisions/amendment.ts';
import { UsageError } from '../../graph/errors.ts';
import {
  ENTITY_TYPES,
  type EntityType,
  RELATION_TYPES,
  RESULT_KINDS,
  type RelationType,
  type ResultKind,
  UNITS,
  type Unit,
} from '../../graph/schema.ts';
import { type AmendFlags, addDecisions, deciding } from './amend.ts';
import type { CommandIo } from './command-io.ts';
import { decimal } from './flags.ts';

/** `sotagraph correct`: put facts right that were read wrongly. */
export function correctCommand(io: CommandIo): Command {
  const correct = new Command('correct')
    .description('put right what was read wrongly; it stays right when the library is built again')
    .addHelpText('after', '\nExample:\n  $ sotagraph correct value "result:2601.00001#32" 31.6');
  for (const command of [dropCommand, typeCommand, valueCommand, addCommand]) {
    correct.addCommand(command(io).copyInheritedSettings(correct));
  }
  return correct;
}

function dropCommand(io: CommandIo): Command {
  return deciding(new Command('drop'))
    .description('drop a claim, a number or a thing')
    .argument('<what>', '"simsd OUTPERFORMS eagle3 2601.00001", result:2601.00001#32, or a thing')
    .addHelpText('after', '\nExample:\n  $ sotagraph correct drop "result:2601.00001#32"')
    .action((what: string, flags: AmendFlags) =>
      addDecisions(
        (anchors, { graph }) => decisionsFor({ kind: 'drop', what }, anchors, graph),
        flags,
        io,
      ),
    );
}

function typeCommand(io: CommandIo): Command {
  return deciding(new Command('type'))
    .description('decide the type of a thing')
    .argument('<thing>', 'its key or name; SCALE@2602.00002 for that paper alone')
    .argument('<type>', ENTITY_TYPES.join(', '))
    .addHelpText('after', '\nExample:\n  $ sotagraph correct type mmviad Benchmark')
    .action((thing: string, given: string, flags: AmendFlags) =>
      addDecisions(
        (anchors, { graph }) => {
          const type = choose<EntityType>(given, ENTITY_TYPES);
          return decisionsFor({ kind: 'type', thing, type }, anchors, graph);
        },
        flags,
        io,
      ),
    );
}

interface NumberFlags extends AmendFlags {
  readonly unit?: Unit;
  readonly kind?: ResultKind;
}

function valueCommand(io: CommandIo): Command {
  return numbered(deciding(new Command('value')))
    .description('put the value of a number right')
    .argument('<result>', 'its key: result:2601.00001#32')
    .argument('<value>', 'the number', decimal)
    .addHelpText('after', '\nExample:\n  $ sotagraph correct value "result:2601.00001#32" 31.6')
    .action((key: string, value: number, flags: NumberFlags) =>
      addDecisions(
        (anchors, { graph }) => {
          const right = {
            value,
            ...(flags.unit && { unit: flags.unit }),
            ...(flags.kind && { resultKind: flags.kind }),
          };
          return decisionsFor({ kind: 'value', result: key, ...right }, anchors, graph);
        },
        flags,
        io,
      ),
    );
}

interface AddFlags extends NumberFlags {
  readonly words: string;
  readonly subject?: string;
  readonly metric?: string;
  readonly benchmark?: string;
  readonly baseline?: string;
}

function addCommand(io: CommandIo): Command {
  const add = new Command('add')
    .description('add what the reader missed, with the words that say so')
    .addHelpText('after', '\nExample:\n  $ sotagraph correct add relation --help');
  add.addCommand(addRelationCommand(io).copyInheritedSettings(add));
  add.addCommand(addNumberCommand(io).copyInheritedSettings(add));
  return add;
}

function addRelationCommand(io: CommandIo): Command {
  return deciding(new Command('relation'))
    .description('add a claim of a paper')
    .argument('<paper>', 'the id of the paper')
    .argument('<source>', 'a thing that it names, or Paper')
    .argument('<type>', RELATION_TYPES.join(', '))
    .argument('<target>', 'a thing that it names')
    .requiredOption('--words <words>', 'the words of the paper that say so')
    .addHelpText(
      'after',
      '\nExample:\n  $ sotagraph correct add relation 2601.00001 SimSD BUILDS_ON EAGLE-3 --words "SimSD extends EAGLE-3"',
    )
    .action((paper: string, source: string, given: string, target: string, flags: AddFlags) =>
      addDecisions(
        (anchors) => [
          {
            kind: 'add relation',
            source: source === 'Paper' ? null : mentionIn(anchors, source, paper),
            type: choose<RelationType>(given, RELATION_TYPES),
            target: mentionIn(anchors, target, paper),
            evidence: anchors.words(paper, flags.words),
          },
        ],
        flags,
        io,
      ),
    );
}

function addNumberCommand(io: CommandIo): Command {
  return numbered(deciding(new Command('number')))
    .description('add a number that a paper reports')
    .argument('<paper>', 'the id of the paper')
    .argument('<number>', 'the number as it is written there', decimalWords)
    .requiredOption(
      '--words <words>',
      'the words around it that say what it is, the number among them',
    )
    .option('--subject <thing>', 'whose number it is')
    .option('--metric <thing>', 'what it measures')
    .option('--benchmark <thing>', 'on what')
    .option('--baseline <thing>', 'against what')
    .addHelpText(
      'after',
      '\nExample:\n  $ sotagraph correct add number 2601.00001 31.6 --unit % --words "reaches 31.6% on MATH-500" --subject SimSD',
    )
    .action((paper: string, number: string, flags: AddFlags) =>
      addDecisions(
        (anchors) => {
          const evidence = anchors.words(paper, flags.words);
          const at = flags.words.indexOf(number);
          if (at < 0) throw new UsageError(`"${number}" does not stand in "${flags.words}"`);
          const start = evidence.start + at;
          const slot = (thing: string | undefined) =>
            thing ? mentionIn(anchors, thing, paper) : null;
          return [
            {
              kind: 'add result',
              number: { ...evidence, start, end: start + number.length, words: number },
              evidence,
              value: decimal(number),
              unit: flags.unit ?? null,
              resultKind: flags.kind ?? 'absolute',
              subject: slot(flags.subject),
              metric: slot(flags.metric),
              benchmark: slot(flags.benchmark),
              baseline: slot(flags.baseline),
            },
          ];
        },
        flags,
        io,
      ),
    );
}

function numbered(command: Command): Command {
  return command
    .addOption(new Option('--unit <unit>', 'its unit').choices(UNITS))
    .addOption(new Option('--kind <kind>', 'what kind of number it is').choices(RESULT_KINDS));
}

/** Checks that a number can be read, and leaves it as it is written. */
function decimalWords(words: string): string {
  decimal(words);
  return words;
}

function choose<T extends string>(given: string, known: readonly T[]): T {
  const found = known.find((value) => value === given);
  if (found) return found;
  throw new UsageError(`"${given}" is none of ${known.join(', ')}`);
}
