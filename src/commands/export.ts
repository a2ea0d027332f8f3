import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../../graph/errors.ts';
import { toCypher } from '../../graph/export/cypher.ts';
import { toEdgesCsv } from '../../graph/export/edges.ts';
import { toJson } from '../../graph/export/json.ts';
import { type ExportedFile, toNeo4jCsv } from '../../graph/export/neo4j-csv.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { type PropertyGraph, toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import { DEFAULT_LIBRARY } from '../library/library-files.ts';
import { readDocuments } from '../library/read-library.ts';
import { unwritable, writeFileWhole } from '../library/write-file.ts';
import { type CommandIo, write } from './command-io.ts';
import { type FilterFlags, readFiltered, withFilter } from './filter-options.ts';
import { withOutput } from './output.ts';

/** Each format gives its file in pieces. */
const FORMATS = {
  json: toJson,
  edges: toEdgesCsv,
} as const satisfies Record<string, (graph: KnowledgeGraph) => Iterable<string>>;

/** Formats of databases, which want the sentences too, and the name of the library there. */
const DATABASE_FORMATS = {
  cypher: toCypher,
} as const satisfies Record<string, (graph: PropertyGraph, library: string) => Iterable<string>>;

/** Formats of several files, in a folder. */
const FOLDER_FORMATS = { 'neo4j-csv': toNeo4jCsv } as const;

type Format = keyof typeof FORMATS | keyof typeof DATABASE_FORMATS | keyof typeof FOLDER_FORMATS;

interface Flags extends FilterFlags {
  readonly format: Format;
  readonly out: string;
  readonly name?: string;
}

/** `sotagraph export LIBRARY --format FORMAT`: the graph in a form that others read. */
export function exportCommand(io: CommandIo): Command {
  const format = new Option(
    '-f, --format <format>',
    "json: graphology; edges: CSV, one row for all papers that say the same; cypher: a script for cypher-shell; neo4j-csv: a folder for Neo4j's importer",
  )
    .choices([FORMATS, DATABASE_FORMATS, FOLDER_FORMATS].flatMap(Object.keys))
    .makeOptionMandatory();
  const command = new Command('export')
    .description('write the graph in a form that other programs read')
    .argument('[library]', 'the folder of the library', DEFAULT_LIBRARY)
    .addOption(format)
    .option('-o, --out <file>', 'the file, or folder, to write, or - for standard output', '-')
    .option('--name <name>', 'what a database calls the library (default: the name of its folder)');
  return withFilter(command)
    .addHelpText('after', '\nExample:\n  $ sotagraph export library --format edges --out edges.csv')
    .action((library: string, flags: Flags) => exportGraph(library, flags, io));
}

async function exportGraph(library: string, flags: Flags, io: CommandIo): Promise<void> {
  const { format, out, name = basename(resolve(library)) } = flags;
  if (isOf(FOLDER_FORMATS, format)) {
    if (out === '-') {
      throw new UsageError(`--format ${format} writes several files; name a folder with --out`);
    }
    const graph = await readFiltered(library, flags);
    const rows = toPropertyGraph(graph, await readDocuments(library));
    await writeFolder(out, FOLDER_FORMATS[format](rows, name), io);
    return;
  }
  const graph = await readFiltered(library, flags);
  const pieces = isOf(DATABASE_FORMATS, format)
    ? DATABASE_FORMATS[format](toPropertyGraph(graph, await readDocuments(library)), name)
    : FORMATS[format](graph);
  await withOutput(out, io, async (output) => {
    for (const piece of pieces) {
      io.signal.throwIfAborted();
      await write(output, piece);
    }
  });
}

async function writeFolder(
  folder: string,
  files: Iterable<ExportedFile>,
  io: CommandIo,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
  for (const { name, pieces } of files) {
    io.signal.throwIfAborted();
    await writeFileWhole(join(folder, name), pieces);
  }
}

function isOf<Formats extends object>(
  formats: Formats,
  format: Format,
): format is Format & keyof Formats {
  return format in formats;
}
