import { Command } from 'commander';
import { mentionIn, type UnsignedDecision } from '../../graph/decisions/amendment.ts';
import type { Anchors } from '../../graph/decisions/anchors.ts';
import { UsageError } from '../../graph/errors.ts';
import { RELATION_TYPES, type RelationType } from '../../graph/schema.ts';
import { addDecisions, deciding } from './amend.ts';
import type { CommandIo } from './command-io.ts';
import { choose, type NumberFlags, numbered } from './correct-flags.ts';
import { decimal, filled } from './flags.ts';

interface AddFlags extends NumberFlags {
  readonly words: string;
  readonly subject?: string;
  readonly metric?: string;
  readonly benchmark?: string;
  readonly baseline?: string;
}

/** `sotagraph correct add`: what the reader missed. */
export function addCommand(io: CommandIo): Command {
  const add = new Command('add')
    .description('add what the reader missed, with the words that say so')
    .addHelpText('after', '\nExample:\n  $ sotagraph correct add relation --help');
  add.addCommand(addRelationCommand(io));
  add.addCommand(addNumberCommand(io));
  return add;
}

function addRelationCommand(io: CommandIo): Command {
  return deciding(new Command('relation'))
    .description('add a claim of a paper')
    .argument('<paper>', 'the id of the paper', filled)
    .argument('<source>', 'a thing that it names, or Paper', filled)
    .argument('<type>', RELATION_TYPES.join(', '))
    .argument('<target>', 'a thing that it names', filled)
    .requiredOption('--words <words>', 'the words of the paper that say so', filled)
    .addHelpText(
      'after',
      '\nExample:\n  $ sotagraph correct add relation 2601.00001 SimSD BUILDS_ON EAGLE-3 --words "SimSD extends EAGLE-3"',
    )
    .action(
      async (paper: string, source: string, given: string, target: string, flags: AddFlags) => {
        const type = choose<RelationType>(given, RELATION_TYPES);
        const make = (anchors: Anchors): UnsignedDecision[] => {
          // First, since it says whether there is such a paper.
          const evidence = anchors.words(paper, flags.words);
          const from = source === 'Paper' ? null : mentionIn(anchors, source, paper);
          const to = mentionIn(anchors, target, paper);
          return [{ kind: 'add relation', source: from, type, target: to, evidence }];
        };
        await addDecisions({ about: [source, target], make }, flags, io);
      },
    );
}

function addNumberCommand(io: CommandIo): Command {
  return numbered(deciding(new Command('number')))
    .description('add a number that a paper reports')
    .argument('<paper>', 'the id of the paper', filled)
    .argument('<number>', 'the number as it is written there', decimalWords)
    .requiredOption(
      '--words <words>',
      'the words around it that say what it is, the number among them',
      filled,
    )
    .option('--subject <thing>', 'whose number it is', filled)
    .option('--metric <thing>', 'what it measures', filled)
    .option('--benchmark <thing>', 'on what', filled)
    .option('--baseline <thing>', 'against what', filled)
    .addHelpText(
      'after',
      '\nExample:\n  $ sotagraph correct add number 2601.00001 31.6 --unit % --words "reaches 31.6% on MATH-500" --subject SimSD',
    )
    .action((paper: string, number: string, flags: AddFlags) => {
      const { subject, metric, benchmark, baseline } = flags;
      const about = [subject, metric, benchmark, baseline].filter((thing) => thing !== undefined);
      const make = (anchors: Anchors): UnsignedDecision[] => {
        const evidence = anchors.words(paper, flags.words);
        const start = evidence.start + placeOf(number, flags.words);
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
            subject: slot(subject),
            metric: slot(metric),
            benchmark: slot(benchmark),
            baseline: slot(baseline),
          },
        ];
      };
      return addDecisions({ about, make }, flags, io);
    });
}

/** Where a number stands by itself: 1.6 does not stand in "31.6". @throws UsageError if that is nowhere, or twice */
function placeOf(number: string, words: string): number {
  const escaped = number.replace(/[.+-]/g, '\\$&');
  const alone = new RegExp(`(?<!\\d|\\d[.,])${escaped}(?!\\d|[.,]\\d)`, 'g');
  const [place, second] = [...words.matchAll(alone)].map(({ index }) => index);
  if (place === undefined) throw new UsageError(`"${number}" does not stand in "${words}"`);
  if (second === undefined) return place;
  throw new UsageError(
    `"${number}" stands more than once in "${words}": give fewer words, with the one that is meant`,
  );
}

/** Checks that a number can be read, and leaves it as it is written. */
function decimalWords(words: string): string {
  decimal(words);
  return words;
}
