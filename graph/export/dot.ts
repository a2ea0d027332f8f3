import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { ExportOptions } from './export-options.ts';
import { edgesOf, networkOf } from './network/network.ts';

/**
 * DOT, which Graphviz draws. A node bears its name and type, an edge its type and weight.
 * https://graphviz.org/doc/info/lang.html
 */
export function* toDot(graph: KnowledgeGraph, options: ExportOptions = {}): Generator<string> {
  const network = networkOf(graph, options);
  const arrow = network.directed ? '->' : '--';
  yield `${network.directed ? 'digraph' : 'graph'} sotagraph {\n`;
  for (const key of network.keys) {
    const { label, type } = network.node(key);
    yield `  ${quote(key)} [label=${quote(label)}, type=${quote(type)}];\n`;
  }
  for (const { source, target, type, weight } of edgesOf(network)) {
    const head = `  ${quote(source)} ${arrow} ${quote(target)}`;
    yield `${head} [label=${quote(type)}, weight=${weight}];\n`;
  }
  yield '}\n';
}

/** Labels take a backslash for the beginning of an escape; a NUL would end the file for Graphviz. */
function quote(text: string): string {
  const escaped = text
    .replaceAll('\0', '\uFFFD')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n|\r|\n/g, '\\n');
  return `"${escaped}"`;
}
