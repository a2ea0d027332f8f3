import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DERIVATION_VERSION, derive } from '../../graph/derive.ts';
import { edgeLines, type KnowledgeGraph, nodeLines } from '../../graph/knowledge-graph.ts';
import { layOut } from '../../graph/layout.ts';
import { type Extraction, SCHEMA_VERSION } from '../../graph/schema.ts';
import { exists } from './exists.ts';
import { parseLine } from './json-lines.ts';
import { type LibraryFiles, libraryFiles } from './library-files.ts';
import { toJsonLines, writeFileWhole } from './write-file.ts';

const manifest = z.object({
  schema: z.literal(SCHEMA_VERSION),
  derivation: z.int(),
  /** SHA-256 of the facts that everything else was derived from. */
  facts: z.string(),
});
type Manifest = z.infer<typeof manifest>;

/**
 * Writes a library's facts and everything that is derived from them. The manifest comes last: whoever finds it
 * in step with the facts knows that the rest is whole.
 */
export async function writeLibrary(
  folder: string,
  facts: readonly Extraction[],
): Promise<KnowledgeGraph> {
  const files = libraryFiles(folder);
  await writeFileWhole(files.facts, toJsonLines(facts));
  const { graph, merges } = derive(facts);
  await writeFileWhole(files.nodes, toJsonLines(nodeLines(graph)));
  await writeFileWhole(files.edges, toJsonLines(edgeLines(graph)));
  await writeFileWhole(files.merges, toJsonLines(merges));
  await writeFileWhole(files.layout, [`${JSON.stringify(layOut(graph))}\n`]);
  const written: Manifest = {
    schema: SCHEMA_VERSION,
    derivation: DERIVATION_VERSION,
    facts: digest(facts),
  };
  await writeFileWhole(files.manifest, [`${JSON.stringify(written)}\n`]);
  return graph;
}

/** Whether a library's derived files are there and belong to these facts and this version. */
export async function isInStep(folder: string, facts: readonly Extraction[]): Promise<boolean> {
  const files = libraryFiles(folder);
  const present = await Promise.all(DERIVED.map((file) => exists(files[file])));
  if (!present.every(Boolean)) return false;
  const written = parseLine(await readFile(files.manifest, 'utf8'), manifest, {
    path: files.manifest,
  });
  return written.derivation === DERIVATION_VERSION && written.facts === digest(facts);
}

const DERIVED = [
  'facts',
  'nodes',
  'edges',
  'merges',
  'layout',
  'manifest',
] as const satisfies (keyof LibraryFiles)[];

function digest(facts: readonly Extraction[]): string {
  const hash = createHash('sha256');
  for (const line of toJsonLines(facts)) hash.update(line);
  return hash.digest('hex');
}
