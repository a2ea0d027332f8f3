import { edgeKey, edgeLines, type KnowledgeGraph, nodeLines } from '../knowledge-graph.ts';
import { jsonItems } from './json-list.ts';

/**
 * The graph in graphology's own serialisation (`Graph.from` reads it), in pieces of a node or an edge a line.
 * https://graphology.github.io/serialization.html
 */
export function* toJson(graph: KnowledgeGraph): Generator<string> {
  const options = { type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops };
  yield `{"options":${JSON.stringify(options)},"attributes":${JSON.stringify(graph.getAttributes())},"nodes":[`;
  yield* jsonItems(nodes());
  yield '],"edges":[';
  yield* jsonItems(edges());
  yield ']}\n';

  function* nodes() {
    for (const { schema: _, key, ...attributes } of nodeLines(graph)) yield { key, attributes };
  }

  function* edges() {
    for (const { schema: _, source, target, ...attributes } of edgeLines(graph)) {
      yield { key: edgeKey(source, attributes, target), source, target, attributes };
    }
  }
}
