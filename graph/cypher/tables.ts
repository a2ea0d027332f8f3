import {
  CLAIM_COLUMNS,
  type Columns,
  type ColumnType,
  NODE_COLUMNS,
  propertyName,
} from '../property-graph/columns.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import {
  EDGE_TYPES,
  type EdgeType,
  ENTITY_TYPES,
  NODE_TYPES,
  type NodeType,
  RELATION_TYPES,
  RESULT_SLOTS,
  SIGNATURES,
  SLOTS,
} from '../schema.ts';

/**
 * The tables that the embedded engine holds a graph in: one a type of node, one a type of claim with every pair of types
 * that the schema, or the graph itself, joins by it.
 */
export function* tableStatements(graph: PropertyGraph): Generator<string> {
  for (const type of NODE_TYPES) {
    yield `CREATE NODE TABLE \`${type}\`(key STRING PRIMARY KEY, ${columnList(NODE_COLUMNS[type])})`;
  }
  const joined = findJoined(graph);
  for (const type of EDGE_TYPES) {
    const pairs = [...(joined.get(type) ?? [])].sort();
    // A type that nothing bears yet still has to be a table, so that one can ask for it.
    if (pairs.length === 0) pairs.push('FROM Method TO Method');
    yield `CREATE REL TABLE \`${type}\`(${pairs.join(', ')}, ${columnList(CLAIM_COLUMNS)})`;
  }
}

/** How a column is typed in the embedded engine. */
export const ENGINE_TYPE = {
  text: 'STRING',
  texts: 'STRING[]',
  whole: 'INT64',
  real: 'DOUBLE',
  flag: 'BOOLEAN',
  json: 'STRING',
} as const satisfies Record<ColumnType, string>;

function columnList(columns: Columns): string {
  return Object.entries(columns)
    .map(([attribute, type]) => `\`${propertyName(attribute, type)}\` ${ENGINE_TYPE[type]}`)
    .join(', ');
}

function findJoined({ nodes, relationships }: PropertyGraph): ReadonlyMap<EdgeType, Set<string>> {
  const joined = new Map<EdgeType, Set<string>>();
  const join = (type: EdgeType, sources: readonly NodeType[], targets: readonly NodeType[]) => {
    const pairs = sources.flatMap((from) => targets.map((to) => `FROM ${from} TO ${to}`));
    joined.set(type, new Set([...(joined.get(type) ?? []), ...pairs]));
  };
  for (const type of RELATION_TYPES) join(type, SIGNATURES[type].source, SIGNATURES[type].target);
  for (const slot of RESULT_SLOTS) join(SLOTS[slot].edge, ['Result'], SLOTS[slot].types);
  join('OF', ['Result'], ['Paper']);
  join('REPORTED_IN', ['Result'], ['Paper']);
  join('MENTIONS', ['Paper'], ENTITY_TYPES);
  const types = new Map(nodes.map(({ key, type }) => [key, type]));
  for (const { source, type, target } of relationships) {
    const [from, to] = [types.get(source), types.get(target)];
    if (from && to && !joined.get(type)?.has(`FROM ${from} TO ${to}`)) join(type, [from], [to]);
  }
  return joined;
}
