import { edgeKey, edgeLines, type KnowledgeGraph, nodeLines } from '../knowledge-graph.ts';

/**
 * The graph in graphology's own serialisation (`Graph.from` reads it), in pieces of a node or an edge a line.
 * https://graphology.github.io/serialization.html
 */
export function* toJson(graph: KnowledgeGraph): Generator<string> {
  const options = { type: graph.type, multi: graph.multi, allowSelfLoops: graph.allowSelfLoops };
  yield `{"options":${JSON.stringify(options)},"attributes":${JSON.stringify(graph.getAttributes())},"nodes":[`;
  yield* separated(nodeLines(graph), ({ schema: _, key, ...attributes }) => ({ key, attributes }));
  yield '],"edges":[';
  yield* separated(edgeLines(graph), ({ schema: _, source, target, ...attributes }) => ({
    key: edgeKey(source, attributes, target),
    source,
    target,
    attributes,
  }));
  yield ']}\n';
}

function* separated<T>(lines: Iterable<T>, entry: (line: T) => unknown): Generator<string> {
  let before = '\n';
  for (const line of lines) {
    yield before + JSON.stringify(entry(line));
    before = ',\n';
  }
  yield '\n';
}
