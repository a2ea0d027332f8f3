import { Command } from 'commander';
import { findFault } from '../../graph/check-facts.ts';
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
    .argument('<files...>', 'files of such lines, gzipped or not, or - for standard input')
    .option('-o, --out <folder>', 'the folder of the library', DEFAULT_LIBRARY)
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', '\nExample:\n  $ sotagraph merge part-1.jsonl part-2.jsonl --out library')
    .action((files: string[], flags: Flags) => merge(files, flags, io));
}

async function merge(paths: readonly string[], { out, json }: Flags, io: CommandIo): Promise<void> {
  const added: Extraction[] = [];
  for (const path of paths) {
    const zipped = path.endsWith('.gz');
    const chunks = explained(path, readBytes({ path, zipped }, io.stdin));
    const name = path === STANDARD_INPUT ? 'standard input' : path;
    const lines = readJsonLines(name, extraction, { chunks, findFault: explainFault });
    for await (const paper of lines) {
      io.signal.throwIfAborted();
      added.push(paper);
    }
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

/** Lines may come from anywhere; what they say must be in their own text. */
function explainFault(paper: Extraction): string | undefined {
  const isOther = paper.hash !== documentHash(paper.document);
  const fault = isOther ? 'its hash is not that of its document' : findFault(paper);
  return fault && `${paper.id}: ${fault}; extract the paper again`;
}
