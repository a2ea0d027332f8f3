import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { Columns } from '../property-graph/columns.ts';
import type { ExportOptions } from './export-options.ts';
import { type Attributes, edgesOf, networkOf } from './network/network.ts';
import { toText } from './table.ts';
import { XML_TYPE, xmlAttribute, xmlKey, xmlText } from './xml.ts';

/**
 * GraphML, which Gephi, NetworkX, igraph, yEd and Cytoscape read; `label` and `weight` are what they look for.
 * http://graphml.graphdrawing.org/specification.html
 */
export function* toGraphml(graph: KnowledgeGraph, options: ExportOptions = {}): Generator<string> {
  const network = networkOf(graph, options);
  const { name: _, ...nodeColumns } = network.nodeColumns;
  const nodes: Columns = { label: 'text', ...nodeColumns };
  const edges: Columns = { label: 'text', weight: 'real', ...network.edgeColumns };
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;
  yield* declarations('node', nodes);
  yield* declarations('edge', edges);
  yield `  <graph id="sotagraph" edgedefault="${network.directed ? 'directed' : 'undirected'}">\n`;
  for (const key of network.keys) {
    const { label, attributes } = network.node(key);
    yield `    <node id=${xmlKey(key)}>${data('n', nodes, { ...attributes, label })}</node>\n`;
  }
  for (const { key, source, target, type, weight, attributes } of edgesOf(network)) {
    const ends = `source=${xmlKey(source)} target=${xmlKey(target)}`;
    const values = data('e', edges, { ...attributes, label: type, weight });
    yield `    <edge id=${xmlKey(key)} ${ends}>${values}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

/** Nodes and edges have attributes of the same names, so that their declarations need ids that differ. */
function* declarations(of: 'node' | 'edge', columns: Columns): Generator<string> {
  for (const [name, type] of Object.entries(columns)) {
    const id = xmlAttribute(`${of.charAt(0)}_${name}`);
    yield `  <key id=${id} for="${of}" attr.name="${name}" attr.type="${XML_TYPE[type]}"/>\n`;
  }
}

function data(prefix: string, columns: Columns, attributes: Attributes): string {
  return Object.entries(columns)
    .map(([name, type]) => {
      const text = toText(attributes[name], type);
      return text === undefined ? '' : `<data key="${prefix}_${name}">${xmlText(text)}</data>`;
    })
    .join('');
}
