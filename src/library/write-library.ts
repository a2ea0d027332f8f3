import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DERIVATION_VERSION, type Derived, derive } from '../../graph/derive.ts';
import { layOut } from '../../graph/layout.ts';
import { type Decision, type Extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import { DISK, type Disk } from './disk.ts';
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
import { removeFile, toJsonLines, writeFileWhole } from './write-file.ts';

/**
 * Derives the graph from facts and decisions and writes all three. Nothing is written before all is derived, and the manifest comes last:
 * whoever finds it in step with the other files knows that they belong together.
 * @throws ExportError if a file cannot be written
 */
export async function writeLibrary(
  folder: string,
  facts: readonly Extraction[],
  decisions: readonly Decision[] = [],
  disk: Disk = DISK,
): Promise<Derived> {
  const files = libraryFiles(folder);
  const derived = derive(facts, decisions);
  const { graph } = derived;
  const layout = layOut(graph);
  const contents: Record<DerivedFile, () => Iterable<string>> = {
    nodes: () => toJsonLines(derived.nodes()),
    edges: () => toJsonLines(derived.edges()),
    merges: () => toJsonLines(derived.merges()),
    layout: () => [`${JSON.stringify(layout)}\n`],
  };
  const write = (file: keyof LibraryFiles, chunks: Iterable<string>) =>
    writeFileWhole(files[file], chunks, disk);
  await write('facts', toJsonLines(facts));
  if (decisions.length > 0) await write('decisions', toJsonLines(decisions));
  else await removeFile(files.decisions, disk);
  const digests = {} as Record<DerivedFile, string>; // filled for each file below
  for (const file of DERIVED_FILES) digests[file] = await write(file, contents[file]());
  const written: Manifest = {
    schema: SCHEMA_VERSION,
    derivation: DERIVATION_VERSION,
    facts: digestOf(facts),
    decisions: digestOf(decisions),
    files: digests,
  };
  await write('manifest', [`${JSON.stringify(written)}\n`]);
  return derived;
}

/**
 * Whether a library's derived files are those that this version derives from these facts and decisions, byte for byte.
 * @throws InputError if a newer version wrote them
 */
export async function isInStep(
  folder: string,
  facts: readonly Extraction[],
  decisions: readonly Decision[],
): Promise<boolean> {
  const files = libraryFiles(folder);
  if (!(await exists(files.facts)) || !(await exists(files.manifest))) return false;
  const text = await readFile(files.manifest, 'utf8');
  // What cannot be read is made again.
  if (!isJson(text)) return false;
  const { derivation } = parseLine(text, earlierManifest, { path: files.manifest });
  if (derivation !== DERIVATION_VERSION) return false;
  const written = parseLine(text, manifest, { path: files.manifest });
  if (written.facts !== digestOf(facts) || written.decisions !== digestOf(decisions)) return false;
  for (const file of DERIVED_FILES) {
    if ((await digestOfFile(files[file])) !== written.files[file]) return false;
  }
  return true;
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
