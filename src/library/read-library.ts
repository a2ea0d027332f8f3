import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { findFault } from '../../graph/check-facts.ts';
import { InputError } from '../../graph/errors.ts';
import { type KnowledgeGraph, readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import {
  type EdgeLine,
  type Extraction,
  edgeLine,
  extraction,
  type Layout,
  layout,
  type NodeLine,
  nodeLine,
} from '../../graph/schema.ts';
import { exists } from './exists.ts';
import { collect, FILE_LIMIT, parseLine, readJsonLines } from './json-lines.ts';
import { libraryFiles } from './library-files.ts';
import { readersManifest } from './manifest.ts';

/** The facts of a library, or none where it has not been built yet. @throws InputError for a broken line */
export async function readFacts(folder: string): Promise<Extraction[]> {
  const { facts } = libraryFiles(folder);
  if (!(await exists(facts))) return [];
  return collect(readJsonLines(facts, extraction, { findFault: explainFault }));
}

function explainFault(paper: Extraction): string | undefined {
  const fault = findFault(paper);
  return fault && `${paper.id}: ${fault}; put the line right, or remove it and build again`;
}

/** What a library's graph is made of, and where the explorer draws it. */
export interface Derived {
  readonly nodes: NodeLine[];
  readonly edges: EdgeLine[];
  readonly layout: Layout;
}

/** How often a library is read again that is being written meanwhile. */
const ATTEMPTS = 5;

/**
 * Reads a library's derived files, all of one generation: a build that ends meanwhile makes it read again.
 * @throws InputError where there is no library or it is broken
 */
export async function readDerived(folder: string): Promise<Derived> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const derived = await tryToRead(folder);
    if (derived) return derived;
    await setTimeout(100 * attempt);
  }
  const message =
    'its files do not belong together: they were changed by hand, or a build was killed; run the same `sotagraph build` again';
  throw new InputError(message, { path: folder });
}

/** A library's graph. @throws InputError where there is no library or it is broken */
export async function readGraph(folder: string): Promise<KnowledgeGraph> {
  const { nodes, edges } = await readDerived(folder);
  return readKnowledgeGraph(nodes, edges);
}

/** Nothing, if the files are not those of the manifest. */
async function tryToRead(folder: string): Promise<Derived | undefined> {
  const files = libraryFiles(folder);
  await expectLibrary(folder);
  const { files: digests } = parseLine(await readFile(files.manifest, 'utf8'), readersManifest, {
    path: files.manifest,
  });
  const nodes = await readVerified(files.nodes, digests.nodes, nodeLine);
  const edges = nodes && (await readVerified(files.edges, digests.edges, edgeLine));
  const [layouts] =
    (edges && (await readVerified(files.layout, digests.layout, layout, FILE_LIMIT))) ?? [];
  return nodes && edges && layouts && { nodes, edges, layout: layouts };
}

/** The lines of a file that has the digest, else nothing. */
async function readVerified<T>(
  path: string,
  digest: string,
  schema: z.ZodType<T>,
  limit?: number,
): Promise<T[] | undefined> {
  const hash = createHash('sha256');
  const chunks = (async function* () {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      yield chunk;
    }
  })();
  try {
    const lines = await collect(readJsonLines(path, schema, { chunks, ...(limit && { limit }) }));
    return hash.digest('hex') === digest ? lines : undefined;
  } catch (error) {
    // A file that is missing or cut off is not the manifest's; one that a newer version wrote is told of.
    if (error instanceof InputError && !error.isNewer) return undefined;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** @throws InputError that says how to make one, or to go on */
export async function expectLibrary(folder: string): Promise<void> {
  const files = libraryFiles(folder);
  if (await exists(files.manifest)) return;
  const message = (await exists(files.journal))
    ? 'this library is not finished; run the same `sotagraph build` again, it goes on where it stopped'
    : 'there is no library here; make one with `sotagraph build PATHS --out FOLDER`';
  throw new InputError(message, { path: folder });
}
