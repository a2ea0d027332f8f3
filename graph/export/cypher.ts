import { markRows } from '../neo4j/fingerprint.ts';
import { toLiteral } from '../neo4j/literal.ts';
import {
  CLAIM_PROPERTIES,
  LIBRARY_LABEL,
  labels,
  NODE_PROPERTIES,
  OWN_LABEL,
  SCHEMA_STATEMENTS,
} from '../neo4j/statements.ts';
import type { Properties, PropertyValue } from '../property-graph/properties.ts';
import type { PropertyRows } from '../property-graph/property-graph.ts';
import { ENTITY_TYPES } from '../schema.ts';

/** Rows a statement. */
const BATCH = 1000;

/**
 * A script that `cypher-shell` runs, in pieces: it makes what is missing and updates the rest, so that it can be run
 * again. It removes nothing, so that it leaves the library in no known state, and a later `push` compares all rows.
 * @param library the name that scopes all that is written
 */
export function* toCypher(graph: PropertyRows, library: string): Generator<string> {
  const rows = markRows(graph);
  const own = `library: ${toLiteral(library)}`;
  yield '// A graph made by Sotagraph. Run it with: cypher-shell -f FILE\n';
  for (const statement of SCHEMA_STATEMENTS) yield `${statement};\n`;
  yield 'CALL db.awaitIndexes(300);\n';
  yield `MERGE (n:${LIBRARY_LABEL} {${own}}) SET n.digest = null;\n`;
  yield* batched(
    rows.nodes,
    { key: ({ key }) => key },
    (type) => `MERGE (n:${OWN_LABEL} {${own}, key: key})
REMOVE n:${ENTITY_TYPES.join(':')}
SET n${labels(type)}, n += ${nulls(NODE_PROPERTIES)}, n += properties`,
  );
  yield* batched(
    rows.relationships,
    {
      sourceKey: (row) => row.source,
      targetKey: (row) => row.target,
      paper: (row) => row.paper,
    },
    (type) => `MATCH (source:${OWN_LABEL} {${own}, key: sourceKey})
MATCH (target:${OWN_LABEL} {${own}, key: targetKey})
MERGE (source)-[r:\`${type}\` {${own}, paper: paper}]->(target)
SET r += ${nulls(CLAIM_PROPERTIES)}, r += properties`,
  );
}

/** What takes properties away when it is set. */
function nulls(names: readonly string[]): string {
  return `{${names.map((name) => `\`${name}\`: null`).join(', ')}}`;
}

/** Statements of so many rows of one type at a time, as soon as there are that many. */
function* batched<Row extends { readonly type: string; readonly properties: Properties }>(
  rows: Iterable<Row>,
  ends: Readonly<Record<string, (row: Row) => string>>,
  clauses: (type: Row['type']) => string,
): Generator<string> {
  const waiting = new Map<Row['type'], Row[]>();
  const statement = (type: Row['type'], batch: readonly Row[]) =>
    `${unwind(batch, ends)}\n${clauses(type)};\n`;
  for (const row of rows) {
    const batch = waiting.get(row.type) ?? [];
    batch.push(row);
    waiting.set(row.type, batch);
    if (batch.length < BATCH) continue;
    yield statement(row.type, batch);
    waiting.delete(row.type);
  }
  for (const [type, batch] of waiting) yield statement(type, batch);
}

/**
 * Rows as columns: `UNWIND range(0, 1) AS i WITH ['a', 'b'][i] AS key, {name: ['A', 'B'][i]} AS properties`. Neo4j takes
 * a list of literals for one parameter, so that it plans a statement once for all batches; a list of maps it plans
 * anew each time, literal by literal.
 */
function unwind<Row extends { readonly properties: Properties }>(
  batch: readonly Row[],
  ends: Readonly<Record<string, (row: Row) => string>>,
): string {
  const names = [...new Set(batch.flatMap(({ properties }) => Object.keys(properties)))];
  const own = Object.entries(ends).map(
    ([name, read]) => `  ${toColumn(batch.map(read))} AS ${name}`,
  );
  const properties = names.map(
    (name) => `    \`${name}\`: ${toColumn(batch.map((row) => row.properties[name]))}`,
  );
  return `UNWIND range(0, ${batch.length - 1}) AS i
WITH
${own.join(',\n')},
  {
${properties.join(',\n')}
  } AS properties`;
}

/** The value of row `i`: `[1, null][i]`; of lists, which would be planned one by one, `['a', 'b'][[0, 2][i]..[2, 2][i]]`. */
function toColumn(values: readonly (PropertyValue | undefined)[]): string {
  if (!values.some(Array.isArray)) return `[${values.map(orNull).join(', ')}][i]`;
  const texts: string[] = [];
  const [starts, stops]: [string[], string[]] = [[], []];
  for (const value of values) {
    const isThere = Array.isArray(value);
    starts.push(isThere ? String(texts.length) : 'null');
    if (isThere) texts.push(...value);
    stops.push(isThere ? String(texts.length) : 'null');
  }
  return `${toLiteral(texts)}[[${starts.join(', ')}][i]..[${stops.join(', ')}][i]]`;
}

const orNull = (value: PropertyValue | undefined) =>
  value === undefined ? 'null' : toLiteral(value);
