import {
  CLAIM_COLUMNS,
  type Columns,
  NODE_COLUMNS,
  propertyName,
} from '../property-graph/columns.ts';
import type { Properties, PropertyValue } from '../property-graph/properties.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { ENGINE_TYPE } from './tables.ts';

/** A statement of the embedded engine; the rows of one list have the same names and types, as it wants them. */
export interface LoadStatement {
  readonly text: string;
  readonly rows: readonly Readonly<Record<string, EngineValue>>[];
}

export type EngineValue = string | boolean | readonly string[];

const BATCH = 2000;

/** The statements that fill the tables with a graph: the nodes first. */
export function* loadStatements({ nodes, relationships }: PropertyGraph): Generator<LoadStatement> {
  const types = new Map(nodes.map(({ key, type }) => [key, type]));
  const byShape = group(nodes, ({ type, properties }) => [type, ...Object.keys(properties)].join());
  for (const rows of byShape) {
    const [{ type, properties }] = rows;
    const columns = NODE_COLUMNS[type];
    const text = `UNWIND $rows AS row CREATE (:\`${type}\` {key: row.key${assign(properties, columns)}})`;
    yield* inBatches(
      text,
      rows.map(({ key, properties }) => ({ key, ...toRow(properties) })),
    );
  }
  const byEnds = group(relationships, ({ source, type, target, properties }) =>
    [types.get(source), type, types.get(target), ...Object.keys(properties)].join(),
  );
  for (const rows of byEnds) {
    const [{ source, type, target, properties }] = rows;
    const [from, to] = [types.get(source), types.get(target)];
    const text = `UNWIND $rows AS row MATCH (a:\`${from}\`) WHERE a.key = row.source
WITH row, a MATCH (b:\`${to}\`) WHERE b.key = row.target
CREATE (a)-[:\`${type}\` {${assign(properties, CLAIM_COLUMNS).slice(2)}}]->(b)`;
    const toClaim = (row: (typeof rows)[number]) => ({
      source: row.source,
      target: row.target,
      ...toRow(row.properties),
    });
    yield* inBatches(text, rows.map(toClaim));
  }
}

/** `, name: row.name, …`; numbers come as text, since the engine types a list of 1 and 1.5 by its first. */
function assign(properties: Properties, columns: Columns): string {
  return Object.entries(columns)
    .map(([attribute, type]) => ({ name: propertyName(attribute, type), type }))
    .filter(({ name }) => name in properties)
    .map(({ name, type }) => {
      const value = `row.\`${name}\``;
      const numeric = type === 'whole' || type === 'real';
      return `, \`${name}\`: ${numeric ? `CAST(${value} AS ${ENGINE_TYPE[type]})` : value}`;
    })
    .join('');
}

function toRow(properties: Properties): Record<string, EngineValue> {
  const entries = Object.entries(properties).map(
    ([name, value]) => [name, toValue(value)] as const,
  );
  return Object.fromEntries(entries);
}

function toValue(value: PropertyValue): EngineValue {
  return typeof value === 'bigint' || typeof value === 'number' ? String(value) : value;
}

function* inBatches(text: string, rows: LoadStatement['rows']): Generator<LoadStatement> {
  for (let start = 0; start < rows.length; start += BATCH) {
    yield { text, rows: rows.slice(start, start + BATCH) };
  }
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const found = groups.get(key);
    if (found) found.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
