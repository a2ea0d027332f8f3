import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DERIVATION_VERSION, type Derived, derive } from '../../graph/derive.ts';
import { edgeLines, nodeLines } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import { type Decision, type Extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import { DISK, type Disk } from './disk.ts';
import { exists } from './exists.ts';
import { parseLine } from './json-lines.ts';
import { type LibraryFiles, libraryFiles } from './library-files.ts';
import { removeFile, toJsonLines, writeFileWhole } from './write-file.ts';

const manifest = z.object({
  schema: z.literal(SCHEMA_VERSION),
  derivation: z.int(),
  /** SHA-256 of the facts, and of the decisions, that everything else was derived from. */
  facts: z.string(),
  decisions: z.string(),
});
type Manifest = z.infer<typeof manifest>;
const earlierManifest = manifest.pick({ schema: true, derivation: true });

/**
 * Writes a library's facts and decisions and everything that is derived from them. The manifest comes last: whoever
 * finds it in step with both knows that the rest is whole.
 * @throws ExportError if a file cannot be written
 */
export async function writeLibrary(
  folder: string,
  facts: readonly Extraction[],
  decisions: readonly Decision[] = [],
  disk: Disk = DISK,
): Promise<Derived> {
  const files = libraryFiles(folder);
  const write = (file: keyof LibraryFiles, chunks: Iterable<string>) =>
    writeFileWhole(files[file], chunks, disk);
  await write('facts', toJsonLines(facts));
  if (decisions.length > 0) await write('decisions', toJsonLines(decisions));
  else await removeFile(files.decisions, disk);
  const derived = derive(facts, decisions);
  const { graph, merges } = derived;
  await write('nodes', toJsonLines(nodeLines(graph)));
  await write('edges', toJsonLines(edgeLines(graph)));
  await write('merges', toJsonLines(merges));
  await write('layout', [`${JSON.stringify(layOut(graph))}\n`]);
  const written: Manifest = {
    schema: SCHEMA_VERSION,
    derivation: DERIVATION_VERSION,
    facts: digest(facts),
    decisions: digest(decisions),
  };
  await write('manifest', [`${JSON.stringify(written)}\n`]);
  return derived;
}

/** Whether a library's derived files are there and belong to these facts and decisions and to this version. */
export async function isInStep(
  folder: string,
  facts: readonly Extraction[],
  decisions: readonly Decision[],
): Promise<boolean> {
  const files = libraryFiles(folder);
  const present = await Promise.all(DERIVED.map((file) => exists(files[file])));
  if (!present.every(Boolean)) return false;
  const text = await readFile(files.manifest, 'utf8');
  const { derivation } = parseLine(text, earlierManifest, { path: files.manifest });
  if (derivation !== DERIVATION_VERSION) return false;
  const written = parseLine(text, manifest, { path: files.manifest });
  return written.facts === digest(facts) && written.decisions === digest(decisions);
}

const DERIVED = [
  'facts',
  'nodes',
  'edges',
  'merges',
  'layout',
  'manifest',
] as const satisfies (keyof LibraryFiles)[];

function digest(lines: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const line of toJsonLines(lines)) hash.update(line);
  return hash.digest('hex');
}
