import { Command, Option } from 'commander';
import { toEdgesCsv } from '../../graph/export/edges.ts';
import { toJson } from '../../graph/export/json.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { readGraph } from '../library/read-library.ts';
import { type CommandIo, write } from './command-io.ts';
import { withOutput } from './output.ts';

/** Each format gives its file in pieces. */
const FORMATS = {
  json: toJson,
  edges: toEdgesCsv,
} as const satisfies Record<string, (graph: KnowledgeGraph) => Iterable<string>>;

interface Flags {
  readonly format: keyof typeof FORMATS;
  readonly out: string;
}

/** `sotagraph export LIBRARY --format FORMAT`: the graph in a form that others read. */
export function exportCommand(io: CommandIo): Command {
  const format = new Option(
    '-f, --format <format>',
    'json: graphology; edges: CSV, one row for all papers that say the same',
  )
    .choices(Object.keys(FORMATS))
    .makeOptionMandatory();
  return new Command('export')
    .description('write the graph in a form that other programs read')
    .argument('[library]', 'the folder of the library', DEFAULT_LIBRARY)
    .addOption(format)
    .option('-o, --out <file>', 'the file to write, or - for standard output', '-')
    .addHelpText('after', '\nExample:\n  $ sotagraph export library --format edges --out edges.csv')
    .action((library: string, flags: Flags) => exportGraph(library, flags, io));
}

async function exportGraph(library: string, { format, out }: Flags, io: CommandIo): Promise<void> {
  const graph = await readGraph(library);
  await withOutput(out, io, async (output) => {
    for (const piece of FORMATS[format](graph)) {
      io.signal.throwIfAborted();
      await write(output, piece);
    }
  });
}
