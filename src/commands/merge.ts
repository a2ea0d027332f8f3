import { Command } from 'commander';
import { type Extraction, extraction } from '../../graph/schema.ts';
import { unite } from '../../graph/union.ts';
import { STANDARD_INPUT } from '../corpus/read-bytes.ts';
import { readDecisions } from '../library/decisions.ts';
import { readJsonLines } from '../library/json-lines.ts';
import { DEFAULT_LIBRARY, libraryFiles } from '../library/library-files.ts';
import { lock } from '../library/lock.ts';
import { readFacts } from '../library/read-library.ts';
import { writeLibrary } from '../library/write-library.ts';
import { type CommandIo, write } from './command-io.ts';

interface Flags {
  readonly out: string;
  readonly json: boolean;
}

/** `sotagraph merge FILES`: lines of facts in, a library out. */
export function mergeCommand(io: CommandIo): Command {
  return new Command('merge')
    .description(
      'unite lines of facts, as `extract` prints them, into a library; what is there already stays',
    )
    .argument('<files...>', 'files of such lines, or - for standard input')
    .option('-o, --out <folder>', 'the folder of the library', DEFAULT_LIBRARY)
    .option('--json', 'print the summary as JSON', false)
    .addHelpText('after', '\nExample:\n  $ sotagraph merge part-1.jsonl part-2.jsonl --out library')
    .action((files: string[], flags: Flags) => merge(files, flags, io));
}

async function merge(paths: readonly string[], { out, json }: Flags, io: CommandIo): Promise<void> {
  const added: Extraction[] = [];
  for (const path of paths) {
    const source = path === STANDARD_INPUT ? { chunks: io.stdin } : {};
    for await (const paper of readJsonLines(path, extraction, source)) added.push(paper);
  }
  await using _ = await lock(libraryFiles(out).lock);
  const before = await readFacts(out);
  const { facts, replaced } = unite([...before, ...added]);
  const { graph } = await writeLibrary(out, facts, await readDecisions(out));
  const report = {
    library: out,
    lines: added.length,
    papers: facts.length,
    added: facts.length - before.length,
    replaced,
    nodes: graph.order,
    edges: graph.size,
  };
  if (json) await write(io.stdout, `${JSON.stringify(report, null, 2)}\n`);
  else if (!io.quiet()) {
    const { lines, papers, nodes, edges } = report;
    const text = `${lines} lines merged into ${out}: ${papers} papers (${report.added} new), ${nodes} nodes, ${edges} edges\n`;
    await write(io.stdout, text);
  }
}
