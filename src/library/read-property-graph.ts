import { type PropertyGraph, toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import { openDocuments } from './open-documents.ts';
import { readGraph } from './read-library.ts';

/** A library's graph as databases hold it. @throws InputError where there is no library or it is broken */
export async function readPropertyGraph(folder: string): Promise<PropertyGraph> {
  const graph = await readGraph(folder);
  using documents = await openDocuments(folder);
  return toPropertyGraph(graph, documents);
}
