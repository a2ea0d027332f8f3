import { Command } from 'commander';
import { findFault } from '../../graph/check-facts.ts';
import { InputError } from '../../graph/errors.ts';
import { type Extraction, extraction } from '../../graph/schema.ts';
import { unite } from '../../graph/union.ts';
import { readBytes, STANDARD_INPUT } from '../corpus/read-bytes.ts';
import { readDecisions } from '../library/decisions.ts';
import { DISK } from '../library/disk.ts';
import { documentHash } from '../library/document-hash.ts';
import { explained, readJsonLines } from '../library/json-lines.ts';
import { DEFAULT_LIBRARY, libraryFiles } from '../library/library-files.ts';
import { lock } from '../library/lock.ts';
import { readFacts } from '../library/read-library.ts';
import { sweep } from '../library/sweep.ts';
import { findInStep, writeLibrary } from '../library/write-library.ts';
import { type CommandIo, write } from './command-io.ts';
import { filled, filledOnes } from './flags.ts';

interface Flags {
  readonly out: string;
  readonly json?: true;
}

/** `sotagraph merge FILES`: lines of facts in, a library out. */
export function mergeCommand(io: CommandIo): Command {
  return new Command('merge')
    .description(
      'unite lines of facts, as `extract` prints them, into a library; what is there already stays',
    )
    .argument(
      '<files...>',
      'files of such lines, gzipped or not, or - for standard input',
      filledOnes,
    )
    .option('-o, --out <folder>', 'the folder of the library', filled, DEFAULT_LIBRARY)
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', '\nExample:\n  $ sotagraph merge part-1.jsonl part-2.jsonl --out library')
    .action((files: string[], flags: Flags) => merge(files, flags, io));
}

async function merge(paths: readonly string[], { out, json }: Flags, io: CommandIo): Promise<void> {
  const added: Extraction[] = [];
  for (const path of paths) {
    for await (const paper of readLines(path, io)) added.push(paper);
  }
  await using _ = await lock(libraryFiles(out).lock);
  await sweep(out, DISK);
  const before = await readFacts(out);
  const { facts, replaced } = unite([...before, ...added]);
  const decisions = await readDecisions(out);
  const isKnown = facts.length === before.length;
  const inStep = isKnown ? await findInStep(out, facts, decisions) : undefined;
  const { census } = inStep ?? (await writeLibrary(out, facts, decisions));
  const report = {
    library: out,
    lines: added.length,
    papers: facts.length,
    added: facts.length - before.length,
    replaced,
    nodes: census.nodes,
    edges: census.edges,
  };
  if (json) await write(io.stdout, `${JSON.stringify(report, null, 2)}\n`);
  else if (!io.quiet()) {
    const { lines, papers, nodes, edges } = report;
    const text = `${lines} lines merged into ${out}: ${papers} papers (${report.added} new), ${nodes} nodes, ${edges} edges\n`;
    await write(io.stdout, text);
  }
}

/** @throws InputError for a broken line, and for a file without any, as an `extract` that failed leaves it */
async function* readLines(path: string, { stdin, signal }: CommandIo): AsyncGenerator<Extraction> {
  const zipped = path.endsWith('.gz');
  const chunks = explained(path, readBytes({ path, zipped }, stdin));
  const name = path === STANDARD_INPUT ? 'standard input' : path;
  let isEmpty = true;
  for await (const paper of readJsonLines(name, extraction, { chunks, findFault: explainFault })) {
    signal.throwIfAborted();
    isEmpty = false;
    yield paper;
  }
  if (!isEmpty) return;
  throw new InputError('nothing in it: expected lines of facts, as `extract` prints them', {
    path: name,
  });
}

/** Lines may come from anywhere; what they say must be in their own text. */
function explainFault(paper: Extraction): string | undefined {
  const isOther = paper.hash !== documentHash(paper.document);
  const fault = isOther ? 'its hash is not that of its document' : findFault(paper);
  return fault && `${paper.id}: ${fault}; extract the paper again`;
}
