import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../../graph/errors.ts';
import { type KnowledgeGraph, readKnowledgeGraph } from '../../graph/knowledge-graph.ts';
import {
  type Document,
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
import { parseLine, readJsonLines } from './json-lines.ts';
import { libraryFiles } from './library-files.ts';

/** The facts of a library, or none where it has not been built yet. @throws InputError for a broken line */
export async function readFacts(folder: string): Promise<Extraction[]> {
  const { facts } = libraryFiles(folder);
  return (await exists(facts)) ? collect(readJsonLines(facts, extraction)) : [];
}

/** The lines that a library's graph is made of. @throws InputError where there is no library or it is broken */
export async function readGraphLines(
  folder: string,
): Promise<{ nodes: NodeLine[]; edges: EdgeLine[] }> {
  const files = libraryFiles(folder);
  await expectLibrary(folder);
  return {
    nodes: await collect(readJsonLines(files.nodes, nodeLine)),
    edges: await collect(readJsonLines(files.edges, edgeLine)),
  };
}

/** A library's graph. @throws InputError where there is no library or it is broken */
export async function readGraph(folder: string): Promise<KnowledgeGraph> {
  const { nodes, edges } = await readGraphLines(folder);
  return readKnowledgeGraph(nodes, edges);
}

/** Where the explorer draws a library's nodes. @throws InputError where there is no library or it is broken */
export async function readLayout(folder: string): Promise<Layout> {
  const { layout: path } = libraryFiles(folder);
  await expectLibrary(folder);
  return parseLine(await readFile(path, 'utf8'), layout, { path });
}

/** All documents of a library by their ids. @throws InputError for a broken line */
export async function readDocuments(folder: string): Promise<ReadonlyMap<string, Document>> {
  const { facts } = libraryFiles(folder);
  const paper = z.object({ id: z.string(), document: extraction.shape.document });
  const documents = new Map<string, Document>();
  for await (const { id, document } of readJsonLines(facts, paper)) documents.set(id, document);
  return documents;
}

async function expectLibrary(folder: string): Promise<void> {
  const files = libraryFiles(folder);
  if (await exists(files.manifest)) return;
  const message = (await exists(files.journal))
    ? 'this library is not finished; run the same `sotagraph build` again, it goes on where it stopped'
    : 'there is no library here; make one with `sotagraph build PATHS --out FOLDER`';
  throw new InputError(message, { path: folder });
}

async function collect<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const line of lines) collected.push(line);
  return collected;
}
