import { basename, resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { InputError, UsageError } from '../../graph/errors.ts';
import { toBibtex } from '../../graph/export/bibtex.ts';
import type { ExportOptions, Projection } from '../../graph/export/export-options.ts';
import { resultRows } from '../../graph/export/results.ts';
import { CONDITIONS } from '../../graph/filter/graph-filter.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { NodeType } from '../../graph/schema.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { openDocuments } from '../library/open-documents.ts';
import { type CommandIo, say } from './command-io.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type FormatFlag,
  type FormatName,
} from './export-formats.ts';
import { type FilterFlags, nodeTypes, readPart, withFilter } from './filter-options.ts';
import { filled } from './flags.ts';
import { withOutput, writeFolder, writePieces } from './output.ts';

interface Flags
  extends FilterFlags,
    Partial<Pick<ExportOptions, FormatFlag & keyof ExportOptions>> {
  readonly format: FormatName;
  readonly out: string;
  readonly name?: string;
}

/** `sotagraph export LIBRARY --format FORMAT`: the graph in a form that others read. */
export function exportCommand(io: CommandIo): Command {
  const names = Object.keys(EXPORT_FORMATS);
  const command = new Command('export')
    .description('write the graph in a form that other programs read')
    .argument('[library]', 'the folder of the library', filled, DEFAULT_LIBRARY)
    .addOption(
      new Option('-f, --format <format>', 'one of those below')
        .choices(names)
        .makeOptionMandatory(),
    )
    .option(
      '-o, --out <file>',
      'the file, or folder, to write, or - for standard output',
      filled,
      '-',
    )
    .option('--claims', 'one edge a claim, with its evidence, rather than one for all that agree')
    .option(
      '--project <types:shared>',
      'join nodes by what they share: Method:Benchmark, Method,Model:Task',
      projection,
    )
    .option('--tsv', 'tabs instead of commas')
    .option('--spreadsheet', "mark UTF-8 for Excel, and put a ' before what it takes for a formula")
    .option(
      '--name <name>',
      'what a database calls the library (default: the name of its folder)',
      filled,
    );
  return withFilter(command)
    .addHelpText('after', `\nFormats:\n${listFormats()}${EXAMPLES}`)
    .action((library: string, flags: Flags) => exportGraph(library, flags, io));
}

const EXAMPLES = `
Example:
  $ sotagraph export library --format edges --out edges.csv
  $ sotagraph export library --format gexf --types Method,Model,Benchmark --out library.gexf
  $ sotagraph export library --format graphml --project Method:Benchmark --out methods.graphml`;

async function exportGraph(library: string, flags: Flags, io: CommandIo): Promise<void> {
  const { out, name = basename(resolve(library)) } = flags;
  const format: ExportFormat = EXPORT_FORMATS[flags.format];
  expectMeaning(flags, format);
  const { graph, whole } = await readPart(library, filterFor(flags));
  const needsWords =
    format.sentences === 'always' || (format.sentences === 'claims' && flags.claims);
  using documents = needsWords ? await openDocuments(library) : undefined;
  const options: ExportOptions = {
    ...flags,
    whole,
    about: flags.types,
    ...(documents && { documents }),
  };
  expectContent(graph, options, flags, library);
  if (graph.size === 0 && graph.order > 0)
    say(io, `No edge joins the ${graph.order} nodes that are left.`);
  if (format.toFiles) await writeFolder(out, format.toFiles(graph, options, name), io);
  else {
    const pieces = format.toFile?.(graph, options, name) ?? [];
    await withOutput(out, io, (output) => writePieces(output, pieces, io));
  }
}

const FLAGS: Readonly<Record<FormatFlag, string>> = {
  claims: '--claims',
  project: '--project',
  tsv: '--tsv',
  spreadsheet: '--spreadsheet',
  name: '--name',
};

/** @throws UsageError for flags that say nothing to the format, or contradict each other */
function expectMeaning(flags: Flags, format: ExportFormat): void {
  for (const [flag, word] of Object.entries(FLAGS)) {
    if (!(flag in flags) || format.flags.some((own) => own === flag)) continue;
    const others = Object.entries<ExportFormat>(EXPORT_FORMATS)
      .filter(([, other]) => other.flags.some((own) => own === flag))
      .map(([name]) => name);
    throw new UsageError(
      `${word} says nothing to --format ${flags.format}; it is for ${others.join(', ')}`,
    );
  }
  if (flags.claims && flags.project) {
    throw new UsageError('give --claims or --project: what two nodes share is no claim of a paper');
  }
  if (format.toFiles && flags.out === '-') {
    throw new UsageError(`--format ${flags.format} writes several files; name a folder with --out`);
  }
}

/** For a table of numbers, types say what they are about. */
const filterFor = ({ types, ...flags }: Flags): FilterFlags =>
  types && flags.format !== 'results' ? { ...flags, types } : flags;

/** @throws InputError where nothing of what is to be written is left */
function expectContent(
  graph: KnowledgeGraph,
  options: ExportOptions,
  flags: Flags,
  path: string,
): void {
  const { project, format } = flags;
  const missing = [project?.from, project?.through].find((types) => types && !hasAny(graph, types));
  if (missing) {
    const message = `--project asks for ${missing.join(' or ')}, and nothing of it is left; change it, or the filter`;
    throw new InputError(message, { path });
  }
  if (format === 'results' && isFiltered(flags) && resultRows(graph, options).next().done) {
    throw new InputError('no reported number is left; loosen the filter', { path });
  }
  if (format === 'bibtex' && isFiltered(flags) && toBibtex(graph, options).next().done) {
    throw new InputError('no paper is left; loosen the filter', { path });
  }
}

const isFiltered = (flags: FilterFlags) => CONDITIONS.some((condition) => condition in flags);

const hasAny = (graph: KnowledgeGraph, types: readonly NodeType[]) =>
  graph.someNode((_, { type }) => types.includes(type));

/** `Method,Model:Benchmark` -> `{ from: ['Method', 'Model'], through: ['Benchmark'] }` */
function projection(value: string): Projection {
  const [from, through, ...more] = value.split(':');
  if (!from || !through || more.length > 0) {
    throw new InvalidArgumentError(
      'Expected types, a colon and what they share: Method:Benchmark.',
    );
  }
  return { from: nodeTypes(from), through: nodeTypes(through) };
}

function listFormats(): string {
  const formats = Object.entries<ExportFormat>(EXPORT_FORMATS);
  const width = Math.max(...formats.map(([name]) => name.length));
  return formats
    .map(([name, { description }]) => `  ${name.padEnd(width)}  ${description}\n`)
    .join('');
}
