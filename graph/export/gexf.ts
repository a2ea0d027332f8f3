import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { Columns } from '../property-graph/columns.ts';
import type { ExportOptions } from './export-options.ts';
import { type Attributes, edgesOf, networkOf } from './network/network.ts';
import { toText } from './table.ts';
import { XML_TYPE, xmlAttribute, xmlKey } from './xml.ts';

/**
 * GEXF 1.3, Gephi's own format: labels, weights, and the day from which each node and edge is there, for its timeline;
 * parallel edges differ in kind. What has no date is there all the time.
 * https://gexf.net/schema.html
 */
export function* toGexf(graph: KnowledgeGraph, options: ExportOptions = {}): Generator<string> {
  const network = networkOf(graph, options);
  const { name: _, ...nodeColumns } = network.nodeColumns;
  const isDated = network.keys.some((key) => network.node(key).since !== undefined);
  const time = isDated
    ? 'mode="dynamic" timeformat="date" timerepresentation="interval"'
    : 'mode="static"';
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta><creator>Sotagraph</creator></meta>
  <graph defaultedgetype="${network.directed ? 'directed' : 'undirected'}" ${time}>
`;
  yield* declarations('node', nodeColumns);
  yield* declarations('edge', network.edgeColumns);
  yield '    <nodes>\n';
  for (const key of network.keys) {
    const { label, since, attributes } = network.node(key);
    const head = `id=${xmlKey(key)} label=${xmlAttribute(label)}${start(since)}`;
    yield `      <node ${head}>${values(nodeColumns, attributes)}</node>\n`;
  }
  yield '    </nodes>\n    <edges>\n';
  for (const edge of edgesOf(network)) {
    const { key, source, target, type, weight, since, attributes } = edge;
    const ends = `source=${xmlKey(source)} target=${xmlKey(target)}`;
    const kind = `label=${xmlAttribute(type)} kind=${xmlAttribute(type)} weight="${weight}"`;
    const held = values(network.edgeColumns, attributes);
    yield `      <edge id=${xmlKey(key)} ${ends} ${kind}${start(since)}>${held}</edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

const start = (since: string | undefined) =>
  since === undefined ? '' : ` start=${xmlAttribute(since)}`;

function* declarations(of: 'node' | 'edge', columns: Columns): Generator<string> {
  yield `    <attributes class="${of}" mode="static">\n`;
  for (const [name, type] of Object.entries(columns)) {
    yield `      <attribute id="${name}" title="${name}" type="${XML_TYPE[type]}"/>\n`;
  }
  yield '    </attributes>\n';
}

function values(columns: Columns, attributes: Attributes): string {
  const given = Object.entries(columns).flatMap(([name, type]) => {
    const text = toText(attributes[name], type);
    return text === undefined ? [] : [`<attvalue for="${name}" value=${xmlAttribute(text)}/>`];
  });
  return given.length > 0 ? `<attvalues>${given.join('')}</attvalues>` : '';
}
