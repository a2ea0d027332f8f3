import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Census, createCensus } from '../../graph/census.ts';
import { DERIVATION_VERSION, type Derived, derive } from '../../graph/derive.ts';
import { readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import { type Decision, type Extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import { DISK, type Disk } from './disk.ts';
import { createIndexer } from './document-index.ts';
import { exists } from './exists.ts';
import { isJson, parseLine } from './json-lines.ts';
import { type LibraryFiles, libraryFiles } from './library-files.ts';
import {
  DERIVED_FILES,
  type DerivedFile,
  earlierManifest,
  type Manifest,
  manifest,
} from './manifest.ts';
import { removeFile, toJsonLines, toWholeLine, writeFileWhole } from './write-file.ts';

export interface Written extends Pick<Derived, 'nodes' | 'edges' | 'problems'> {
  readonly census: Census;
}

/**
 * Derives the graph from facts and decisions and writes all three. Nothing is written before all is derived, and the manifest comes last:
 * whoever finds it in step with the other files knows that they belong together.
 * @throws ExportError if a file cannot be written, or would be too long to be read again
 */
export async function writeLibrary(
  folder: string,
  facts: readonly Extraction[],
  decisions: readonly Decision[] = [],
  disk: Disk = DISK,
): Promise<Written> {
  const files = libraryFiles(folder);
  const { nodes, edges, merges, problems } = derive(facts, decisions);
  const census = createCensus();
  const layout = layOut(readKnowledgeGraph(census.nodes(nodes()), census.edges(edges())));
  const lineOfLayout = toWholeLine(files.layout, layout);
  const indexer = createIndexer();
  const contents: Record<DerivedFile, () => Iterable<string>> = {
    index: () => toJsonLines([indexer.index]),
    nodes: () => toJsonLines(nodes()),
    edges: () => toJsonLines(edges()),
    merges: () => toJsonLines(merges()),
    layout: () => [lineOfLayout],
  };
  const write = (file: keyof LibraryFiles, chunks: Iterable<string>) =>
    writeFileWhole(files[file], chunks, disk);
  const digestOfFacts = await write('facts', indexer.lines(facts));
  if (decisions.length > 0) await write('decisions', toJsonLines(decisions));
  else await removeFile(files.decisions, disk);
  const digests = {} as Record<DerivedFile, string>; // filled for each file below
  for (const file of DERIVED_FILES) digests[file] = await write(file, contents[file]());
  const written: Manifest = {
    schema: SCHEMA_VERSION,
    derivation: DERIVATION_VERSION,
    facts: digestOfFacts,
    decisions: digestOf(decisions),
    files: digests,
    census: census.counts,
  };
  await write('manifest', toJsonLines([written]));
  return { nodes, edges, problems, census: written.census };
}

/**
 * The manifest of a library whose derived files are those that this version derives from these facts and decisions, byte
 * for byte; undefined where they are not.
 * @throws InputError if a newer version wrote them
 */
export async function findInStep(
  folder: string,
  facts: readonly Extraction[],
  decisions: readonly Decision[],
): Promise<Manifest | undefined> {
  const files = libraryFiles(folder);
  if (!(await exists(files.facts)) || !(await exists(files.manifest))) return undefined;
  const text = await readFile(files.manifest, 'utf8');
  // What cannot be read is made again.
  if (!isJson(text)) return undefined;
  const { derivation } = parseLine(text, earlierManifest, { path: files.manifest });
  if (derivation !== DERIVATION_VERSION) return undefined;
  const written = parseLine(text, manifest, { path: files.manifest });
  const isOfThese = written.facts === digestOf(facts) && written.decisions === digestOf(decisions);
  if (!isOfThese) return undefined;
  for (const file of DERIVED_FILES) {
    if ((await digestOfFile(files[file])) !== written.files[file]) return undefined;
  }
  return written;
}

function digestOf(objects: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const line of toJsonLines(objects)) hash.update(line);
  return hash.digest('hex');
}

async function digestOfFile(path: string): Promise<string | undefined> {
  if (!(await exists(path))) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
