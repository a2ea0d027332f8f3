import { Command } from 'commander';
import { proposalOf } from '../../graph/decisions/amendment.ts';
import { derive } from '../../graph/derive.ts';
import { findCandidates } from '../identity/candidates.ts';
import { judgePairs, type PairJudgement } from '../identity/judge-pairs.ts';
import { type Pair, type PairSide, pair } from '../identity/pair.ts';
import { readTruth } from '../library/amend-library.ts';
import { readJsonLines } from '../library/json-lines.ts';
import { type AmendFlags, addDecisions, deciding } from './amend.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { filled } from './flags.ts';
import { libraryOption } from './library-option.ts';

/** `sotagraph identity`: which names are one thing. */
export function identityCommand(io: CommandIo): Command {
  const identity = new Command('identity')
    .description('see and decide which names are one thing')
    .addHelpText('after', '\nExample:\n  $ sotagraph identity same rag "retrieval augmentation"');
  const commands = [
    checkCommand,
    candidatesCommand,
    sameCommand,
    differentCommand,
    splitCommand,
    renameCommand,
  ];
  for (const command of commands) identity.addCommand(command(io));
  return identity;
}

function checkCommand(io: CommandIo): Command {
  return new Command('check')
    .description('judge pairs of names that must be one, or two, as if two papers named them')
    .argument('<pairs>', 'JSON lines {a: {name, type, aliases}, b: {…}, same}', filled)
    .option('--json', 'print the outcome as JSON', false)
    .addHelpText('after', '\nExample:\n  $ sotagraph identity check pairs.jsonl')
    .action(async (path: string, { json }: { json: boolean }) => {
      const pairs: Pair[] = [];
      for await (const read of readJsonLines(path, pair)) pairs.push(read);
      const judgement = judgePairs(pairs);
      await write(io.stdout, json ? `${JSON.stringify(judgement)}\n` : format(judgement));
    });
}

function candidatesCommand(io: CommandIo): Command {
  return new Command('candidates')
    .description('list what nearly became one thing, with the reason and both sentences')
    .addOption(libraryOption())
    .option('--json', 'print a line of JSON each', false)
    .addHelpText('after', '\nExample:\n  $ sotagraph identity candidates')
    .action(async ({ library, json }: { library: string; json: boolean }) => {
      const { facts, decisions } = await readTruth(library);
      const documents = new Map(facts.map(({ id, document }) => [id, document]));
      const candidates = findCandidates(derive(facts, decisions), documents);
      if (candidates.length === 0) say(io, 'Nothing nearly became one thing.');
      for (const candidate of candidates) {
        const { a, b, reason, sentences } = candidate;
        const text = `${a} | ${b}: ${reason}\n  ${sentences.join('\n  ')}\n`;
        await write(io.stdout, json ? `${JSON.stringify(candidate)}\n` : text);
      }
    });
}

function sameCommand(io: CommandIo): Command {
  return deciding(new Command('same'))
    .description('decide that two things are one')
    .argument('<a>', 'a key or a name; SCALE@2602.00002 for what that paper calls so', filled)
    .argument('<b>', 'another one', filled)
    .addHelpText('after', '\nExample:\n  $ sotagraph identity same moe "mixture of experts"')
    .action((a: string, b: string, flags: AmendFlags) =>
      addDecisions(proposalOf({ kind: 'same', a, b }), flags, io),
    );
}

function differentCommand(io: CommandIo): Command {
  return deciding(new Command('different'))
    .description('decide that two things are two; what cannot be told stays with the first')
    .argument('<a>', 'what a paper calls so: SCALE@2601.00001', filled)
    .argument('<b>', 'what another paper calls so', filled)
    .addHelpText('after', '\nExample:\n  $ sotagraph identity different scale@2601.1 scale@2602.2')
    .action((a: string, b: string, flags: AmendFlags) =>
      addDecisions(proposalOf({ kind: 'different', a, b }), flags, io),
    );
}

function splitCommand(io: CommandIo): Command {
  return deciding(new Command('split'))
    .description('decide that what papers also call a thing is another thing')
    .argument(
      '<thing>',
      'its key or name; SCALE@2602.00002 for what that paper alone calls so',
      filled,
    )
    .argument('<spelling>', 'one of its other names, which is to be a thing of its own', filled)
    .addHelpText('after', '\nExample:\n  $ sotagraph identity split SAM "segment anything model"')
    .action((thing: string, spelling: string, flags: AmendFlags) =>
      addDecisions(proposalOf({ kind: 'split', thing, spelling }), flags, io),
    );
}

function renameCommand(io: CommandIo): Command {
  return deciding(new Command('rename'))
    .description('give a thing another name')
    .argument('<thing>', 'its key or name', filled)
    .argument('<name>', 'the name that it is to bear', filled)
    .addHelpText('after', '\nExample:\n  $ sotagraph identity rename retrievalaugmentation RAG')
    .action((thing: string, name: string, flags: AmendFlags) =>
      addDecisions(proposalOf({ kind: 'rename', thing, name }), flags, io),
    );
}

function format({ errors, ...counts }: PairJudgement): string {
  const { pairs, same, different, rightMerges, wrongMerges } = counts;
  const head = `${pairs} pairs: ${rightMerges} of ${same} merged that are one, ${wrongMerges} of ${different} that are two\n`;
  return head + errors.map((error) => `${describePair(error)}\n`).join('');
}

/** `merged, but two: GPT-5.4 (Model) | GPT-5.1 (Model)` */
function describePair({ a, b, same }: Pair): string {
  return `${same ? 'kept apart, but one' : 'merged, but two'}: ${describeSide(a)} | ${describeSide(b)}`;
}

function describeSide({ name, type, aliases }: PairSide): string {
  return `${name} (${[type, ...aliases].join('; ')})`;
}
