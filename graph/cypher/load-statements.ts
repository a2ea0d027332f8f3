import {
  CLAIM_COLUMNS,
  type Columns,
  NODE_COLUMNS,
  propertyName,
} from '../property-graph/columns.ts';
import type { Properties, PropertyValue } from '../property-graph/properties.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { ENGINE_TYPE } from './tables.ts';

/**
 * A statement of the embedded engine. Its parameters are columns, a list each: the engine takes them in twice as fast as
 * a list of rows.
 */
export interface LoadStatement {
  readonly text: string;
  readonly columns: Readonly<Record<string, readonly EngineValue[]>>;
}

export type EngineValue = string | boolean | readonly string[];

const BATCH = 2000;

/** The statements that fill the tables with a graph: the nodes first. */
export function* loadStatements({ nodes, relationships }: PropertyGraph): Generator<LoadStatement> {
  const types = new Map(nodes.map(({ key, type }) => [key, type]));
  const byShape = group(nodes, ({ type, properties }) => [type, ...shape(properties)].join());
  for (const rows of byShape) {
    const [{ type, properties }] = rows;
    const text = `${EACH} CREATE (:\`${type}\` {key: $key[i]${assign(properties, NODE_COLUMNS[type])}})`;
    yield* inBatches(rows, (batch) => ({
      text,
      columns: { key: batch.map(({ key }) => key), ...toColumns(batch) },
    }));
  }
  const byEnds = group(relationships, ({ source, type, target, properties }) =>
    [types.get(source), type, types.get(target), ...shape(properties)].join(),
  );
  for (const rows of byEnds) {
    const [{ source, type, target, properties }] = rows;
    const [from, to] = [types.get(source), types.get(target)];
    const text = `${EACH} WITH i, $key[i] AS source, $target[i] AS target
MATCH (a:\`${from}\`) WHERE a.key = source
WITH i, a, target MATCH (b:\`${to}\`) WHERE b.key = target
CREATE (a)-[:\`${type}\` {${assign(properties, CLAIM_COLUMNS).slice(2)}}]->(b)`;
    yield* inBatches(rows, (batch) => ({
      text,
      columns: {
        key: batch.map((row) => row.source),
        target: batch.map((row) => row.target),
        ...toColumns(batch),
      },
    }));
  }
}

/** What the rows of a statement have in common: which properties there are, and which of them are empty lists. */
function shape(properties: Properties): string[] {
  return Object.entries(properties).map(([name, value]) => `${name}${isEmpty(value) ? '[]' : ''}`);
}

// The engine does not know of what a list of empty lists is one.
const isEmpty = (value: PropertyValue | undefined) =>
  typeof value === 'object' && value.length === 0;

const EACH = 'UNWIND range(1, size($key)) AS i';

/** `, name: $p_name[i], …`; numbers come as text, since the engine types a list of 1 and 1.5 by its first. */
function assign(properties: Properties, columns: Columns): string {
  return Object.entries(columns)
    .map(([attribute, type]) => ({ name: propertyName(attribute, type), type }))
    .filter(({ name }) => name in properties)
    .map(({ name, type }) => {
      const given = isEmpty(properties[name]) ? '[]' : `$${PREFIX}${name}[i]`;
      const isNumber = type === 'whole' || type === 'real';
      return `, \`${name}\`: ${isNumber ? `CAST(${given} AS ${ENGINE_TYPE[type]})` : given}`;
    })
    .join('');
}

/** Before the name of a property, since `end` is a word of the language. */
const PREFIX = 'p_';

function toColumns(
  rows: readonly { readonly properties: Properties }[],
): Record<string, EngineValue[]> {
  const names = Object.entries(rows[0]?.properties ?? {}).flatMap(([name, value]) =>
    isEmpty(value) ? [] : [name],
  );
  const columns = names.map(
    (name) =>
      [`${PREFIX}${name}`, rows.map(({ properties }) => toValue(properties[name]))] as const,
  );
  return Object.fromEntries(columns);
}

function toValue(value: PropertyValue | undefined): EngineValue {
  return typeof value === 'bigint' || typeof value === 'number' ? String(value) : (value ?? '');
}

function* inBatches<Row>(
  rows: readonly Row[],
  toStatement: (batch: readonly Row[]) => LoadStatement,
): Generator<LoadStatement> {
  for (let start = 0; start < rows.length; start += BATCH) {
    yield toStatement(rows.slice(start, start + BATCH));
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
