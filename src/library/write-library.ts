import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DERIVATION_VERSION, derive } from '../../graph/derive.ts';
import { edgeLines, type KnowledgeGraph, nodeLines } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import { type Extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import { exists } from './exists.ts';
import { parseLine } from './json-lines.ts';
import { libraryFiles } from './library-files.ts';
import { DERIVED_FILES, type DerivedFile, type Manifest, manifest } from './manifest.ts';
import { toJsonLines, writeFileWhole } from './write-file.ts';

/**
 * Derives the graph from facts and writes both. Nothing is written before all is derived, and the manifest comes last:
 * whoever finds it in step with the other files knows that they belong together.
 * @throws ExportError if a file cannot be written
 */
export async function writeLibrary(
  folder: string,
  facts: readonly Extraction[],
): Promise<KnowledgeGraph> {
  const files = libraryFiles(folder);
  const { graph, merges } = derive(facts);
  const layout = layOut(graph);
  const contents: Record<DerivedFile, () => Iterable<string>> = {
    nodes: () => toJsonLines(nodeLines(graph)),
    edges: () => toJsonLines(edgeLines(graph)),
    merges: () => toJsonLines(merges),
    layout: () => [`${JSON.stringify(layout)}\n`],
  };
  await writeFileWhole(files.facts, toJsonLines(facts));
  const digests = {} as Record<DerivedFile, string>; // filled for each file below
  for (const file of DERIVED_FILES)
    digests[file] = await writeFileWhole(files[file], contents[file]());
  const written: Manifest = {
    schema: SCHEMA_VERSION,
    derivation: DERIVATION_VERSION,
    facts: digestOf(facts),
    files: digests,
  };
  await writeFileWhole(files.manifest, [`${JSON.stringify(written)}\n`]);
  return graph;
}

/**
 * Whether a library's derived files are those that this version derives from these facts, byte for byte.
 * @throws InputError if a newer version wrote them
 */
export async function isInStep(folder: string, facts: readonly Extraction[]): Promise<boolean> {
  const files = libraryFiles(folder);
  if (!(await exists(files.facts)) || !(await exists(files.manifest))) return false;
  const text = await readFile(files.manifest, 'utf8');
  // What cannot be read is made again.
  if (!isJson(text)) return false;
  const written = parseLine(text, manifest, { path: files.manifest });
  if (written.derivation !== DERIVATION_VERSION || written.facts !== digestOf(facts)) return false;
  for (const file of DERIVED_FILES) {
    if ((await digestOfFile(files[file])) !== written.files[file]) return false;
  }
  return true;
}

function digestOf(facts: readonly Extraction[]): string {
  const hash = createHash('sha256');
  for (const line of toJsonLines(facts)) hash.update(line);
  return hash.digest('hex');
}

async function digestOfFile(path: string): Promise<string | undefined> {
  if (!(await exists(path))) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
