import { Command } from 'commander';
import { derive } from '../../graph/derive.ts';
import { type Anchor, type Decision, decision } from '../../graph/schema.ts';
import { readTruth } from '../library/amend-library.ts';
import { adopt, undoByIds } from '../library/decide.ts';
import { decisionId } from '../library/decision-id.ts';
import { readJsonLines } from '../library/json-lines.ts';
import { type AmendFlags, amending, sayProblems, tell } from './amend.ts';
import { type CommandIo, say, write } from './command-io.ts';
import { filledOnes } from './flags.ts';
import { libraryOption } from './library-option.ts';

/** `sotagraph decisions`: what persons decided, and taking it back. */
export function decisionsCommand(io: CommandIo): Command {
  const decisions = new Command('decisions')
    .description('see and take back what persons decided')
    .addHelpText('after', '\nExample:\n  $ sotagraph decisions log');
  decisions.addCommand(logCommand(io));
  decisions.addCommand(undoCommand(io));
  decisions.addCommand(importCommand(io));
  return decisions;
}

function logCommand(io: CommandIo): Command {
  return new Command('log')
    .description('list the decisions with their lines and ids, and those that have no effect')
    .addOption(libraryOption())
    .option('--json', 'print them as JSON', false)
    .addHelpText('after', '\nExample:\n  $ sotagraph decisions log --library library')
    .action(async ({ library, json }: { library: string; json: boolean }) => {
      const { facts, decisions } = await readTruth(library);
      const { problems } = derive(facts, decisions);
      if (json) {
        const named = decisions.map((decision, index) => ({
          line: index + 1,
          id: decisionId(decision),
          ...decision,
        }));
        const report = { library, decisions: named, problems };
        return write(io.stdout, `${JSON.stringify(report, null, 2)}\n`);
      }
      if (decisions.length === 0) say(io, 'Nothing has been decided on this library.');
      for (const [index, decision] of decisions.entries()) {
        const line = `${index + 1}  ${decisionId(decision)}  ${describe(decision)}\n`;
        await write(io.stdout, line);
      }
      sayProblems(problems, io);
    });
}

function undoCommand(io: CommandIo): Command {
  return amending(new Command('undo'))
    .description('take decisions back')
    .argument('<ids...>', 'their ids in the log, which stay whatever is taken back', filledOnes)
    .option('--together', 'take back all that was decided at once with them, too')
    .addHelpText('after', '\nExample:\n  $ sotagraph decisions undo k3f9a04c2be')
    .action(async (ids: string[], flags: AmendFlags & { readonly together?: true }) => {
      const undone = await undoByIds(flags.library, ids, flags);
      await tell(undone, flags, io);
      if (flags.json || flags.dryRun) return;
      for (const decision of undone.decisions) say(io, `Taken back: ${describe(decision)}`);
    });
}

function importCommand(io: CommandIo): Command {
  return amending(new Command('import'))
    .description('add decisions from a file, such as the explorer collects in an HTML file')
    .argument('<files...>', 'lines of decisions', filledOnes)
    .addHelpText('after', '\nExample:\n  $ sotagraph decisions import decisions.jsonl')
    .action(async (files: string[], flags: AmendFlags) => {
      const given: Decision[] = [];
      for (const file of files) {
        for await (const line of readJsonLines(file, decision)) given.push(line);
      }
      const adopted = await adopt(flags.library, given, flags);
      await tell(adopted, flags, io);
      if (flags.json || flags.dryRun) return;
      const count = adopted.decisions.length;
      say(io, `${count} of ${given.length} decisions were new to this library.`);
    });
}

/** `2026-03-14 ada: same "SCALE" (2601.00001), "SCALE" (2602.00002)` */
function describe({ schema: _, at, author, kind, ...rest }: Decision): string {
  const parts = Object.values(rest).flatMap((value) => {
    if (value === null || value === undefined) return [];
    return typeof value === 'object' ? [quote(value)] : [String(value)];
  });
  return `${at.slice(0, 10)} ${author}: ${kind} ${parts.join(', ')}`;
}

function quote({ words, paper }: Anchor): string {
  const shown = words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
  return `"${shown}" (${paper})`;
}

/** So many characters of a sentence tell which one it is. */
const LONGEST = 60;
