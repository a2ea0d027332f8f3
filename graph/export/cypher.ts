import { digest, markRows } from '../neo4j/fingerprint.ts';
import { toLiteral, toMapLiteral } from '../neo4j/literal.ts';
import {
  CLAIM_PROPERTIES,
  LIBRARY_LABEL,
  labels,
  NODE_PROPERTIES,
  OWN_LABEL,
  SCHEMA_STATEMENTS,
} from '../neo4j/statements.ts';
import type { PropertyRows } from '../property-graph/property-graph.ts';
import { ENTITY_TYPES } from '../schema.ts';

/** Rows a statement: Neo4j plans each one anew, and longer than in proportion to its literals. */
const BATCH = 100;

/**
 * A script that `cypher-shell` runs, in pieces: it makes what is missing and updates the rest, so that it can be run
 * again, and a later `push` goes on from it. It removes nothing.
 * @param library the name that scopes all that is written
 */
export function* toCypher(graph: PropertyRows, library: string): Generator<string> {
  const rows = markRows(graph);
  const own = `library: ${toLiteral(library)}`;
  yield '// A graph made by Sotagraph. Run it with: cypher-shell -f FILE\n';
  for (const statement of SCHEMA_STATEMENTS) yield `${statement};\n`;
  yield 'CALL db.awaitIndexes(300);\n';
  yield* batched(
    rows.nodes,
    ({ key, properties }) => `{key: ${toLiteral(key)}, properties: ${toMapLiteral(properties)}}`,
    (type) => `MERGE (n:${OWN_LABEL} {${own}, key: row.key})
REMOVE n:${ENTITY_TYPES.join(':')}
SET n${labels(type)}, n += ${nulls(NODE_PROPERTIES)}, n += row.properties`,
  );
  yield* batched(
    rows.relationships,
    ({ source, target, paper, properties }) => {
      const ends = `source: ${toLiteral(source)}, target: ${toLiteral(target)}`;
      return `{${ends}, paper: ${toLiteral(paper)}, properties: ${toMapLiteral(properties)}}`;
    },
    (type) => `MATCH (source:${OWN_LABEL} {${own}, key: row.source})
MATCH (target:${OWN_LABEL} {${own}, key: row.target})
MERGE (source)-[r:\`${type}\` {${own}, paper: row.paper}]->(target)
SET r += ${nulls(CLAIM_PROPERTIES)}, r += row.properties`,
  );
  const state = toLiteral(digest(rows));
  yield `MERGE (n:${LIBRARY_LABEL} {${own}}) SET n.digest = ${state};\n`;
}

/** What takes properties away when it is set. */
function nulls(names: readonly string[]): string {
  return `{${names.map((name) => `\`${name}\`: null`).join(', ')}}`;
}

/** `UNWIND [rows] AS row …;`, so many rows of one type at a time, as soon as there are that many. */
function* batched<Row extends { readonly type: string }>(
  rows: Iterable<Row>,
  write: (row: Row) => string,
  clauses: (type: Row['type']) => string,
): Generator<string> {
  const waiting = new Map<Row['type'], string[]>();
  const statement = (type: Row['type'], batch: readonly string[]) =>
    `UNWIND [\n  ${batch.join(',\n  ')}\n] AS row\n${clauses(type)};\n`;
  for (const row of rows) {
    const batch = waiting.get(row.type) ?? [];
    batch.push(write(row));
    waiting.set(row.type, batch);
    if (batch.length < BATCH) continue;
    yield statement(row.type, batch);
    waiting.delete(row.type);
  }
  for (const [type, batch] of waiting) yield statement(type, batch);
}
