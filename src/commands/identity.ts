import { Command } from 'commander';
import { judgePairs, type PairJudgement } from '../identity/judge-pairs.ts';
import { type Pair, type PairSide, pair } from '../identity/pair.ts';
import { readJsonLines } from '../library/json-lines.ts';
import { type CommandIo, write } from './command-io.ts';

/** `sotagraph identity`: which names are one thing. */
export function identityCommand(io: CommandIo): Command {
  const identity = new Command('identity')
    .description('see and decide which names are one thing')
    .addHelpText('after', '\nExample:\n  $ sotagraph identity check pairs.jsonl');
  identity.addCommand(checkCommand(io).copyInheritedSettings(identity));
  return identity;
}

function checkCommand(io: CommandIo): Command {
  return new Command('check')
    .description(
      'judge pairs of names that must be one, or must stay two, as if two papers named them',
    )
    .argument('<pairs>', 'JSON lines {a: {name, type, aliases}, b: {…}, same}')
    .option('--json', 'print the outcome as JSON', false)
    .addHelpText('after', '\nExample:\n  $ sotagraph identity check pairs.jsonl')
    .action(async (path: string, { json }: { json: boolean }) => {
      const pairs: Pair[] = [];
      for await (const read of readJsonLines(path, pair)) pairs.push(read);
      const judgement = judgePairs(pairs);
      await write(io.stdout, json ? `${JSON.stringify(judgement)}\n` : format(judgement));
    });
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
