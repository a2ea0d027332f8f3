import { edgeLines, type KnowledgeGraph, nodeLines } from '../../../graph/knowledge-graph.ts';
import {
  CLAIM_COLUMNS,
  type Columns,
  NODE_COLUMNS,
} from '../../../graph/property-graph/columns.ts';
import { edgeLine, nodeLine, nodeType, SCHEMA_VERSION } from '../../../graph/schema.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a file holds of a graph, in the lines of a library: rows with `key`, and with `source` and `target`. */
export function readBack(nodes: readonly Row[], edges: readonly Row[]) {
  return {
    nodes: nodes.map(toNodeLine).sort(byJson),
    edges: edges.map(toEdgeLine).sort(byJson),
  };
}

/** The same of the graph itself. */
export function linesOf(graph: KnowledgeGraph) {
  return {
    nodes: [...nodeLines(graph)].map((line) => nodeLine.parse(line)).sort(byJson),
    edges: [...edgeLines(graph)].map((line) => edgeLine.parse(line)).sort(byJson),
  };
}

function toNodeLine(row: Row) {
  const type = nodeType.parse(row.type);
  const renamed = { name: row.label, id: row.paper, ...row };
  const nulls = type === 'Result' ? { unit: null, qualifier: null, direction: null } : {};
  const attributes = parseColumns(renamed, NODE_COLUMNS[type]);
  return nodeLine.parse({ ...nulls, ...attributes, schema: SCHEMA_VERSION, key: row.key });
}

function toEdgeLine(row: Row) {
  const { source, target } = row;
  const attributes = parseColumns(row, { type: 'text', ...CLAIM_COLUMNS });
  return edgeLine.parse({ ...attributes, schema: SCHEMA_VERSION, source, target });
}

/** Values of their types, whether they come as text or not. */
function parseColumns(row: Row, columns: Columns): Row {
  const entries = Object.entries(columns).flatMap(([name, type]) => {
    const value = row[name];
    if (value === undefined || value === null || (value === '' && type !== 'text')) return [];
    if (value === '') return [];
    if (type === 'texts' || type === 'json') {
      return [[name, typeof value === 'string' ? JSON.parse(value) : value]];
    }
    if (type === 'whole' || type === 'real') return [[name, Number(value)]];
    return [[name, type === 'flag' ? String(value) === 'true' : value]];
  });
  return Object.fromEntries(entries);
}

function byJson(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
