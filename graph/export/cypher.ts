import { digest, withFingerprints } from '../neo4j/fingerprint.ts';
import { toLiteral, toMapLiteral } from '../neo4j/literal.ts';
import {
  CLAIM_PROPERTIES,
  LIBRARY_LABEL,
  labels,
  NODE_PROPERTIES,
  OWN_LABEL,
  SCHEMA_STATEMENTS,
} from '../neo4j/statements.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { ENTITY_TYPES } from '../schema.ts';

/** Rows a statement: Neo4j plans each one anew, and longer than in proportion to its literals. */
const BATCH = 100;

/**
 * A script that `cypher-shell` runs, in pieces: it makes what is missing and updates the rest, so that it can be run
 * again, and a later `push` goes on from it. It removes nothing.
 * @param library the name that scopes all that is written
 */
export function* toCypher(graph: PropertyGraph, library: string): Generator<string> {
  const { nodes, relationships } = withFingerprints(graph);
  const own = `library: ${toLiteral(library)}`;
  yield '// A graph made by Sotagraph. Run it with: cypher-shell -f FILE\n';
  for (const statement of SCHEMA_STATEMENTS) yield `${statement};\n`;
  yield 'CALL db.awaitIndexes(300);\n';
  for (const [type, rows] of byType(nodes)) {
    yield* batched(
      rows.map(
        ({ key, properties }) =>
          `{key: ${toLiteral(key)}, properties: ${toMapLiteral(properties)}}`,
      ),
      `MERGE (n:${OWN_LABEL} {${own}, key: row.key})
REMOVE n:${ENTITY_TYPES.join(':')}
SET n${labels(type)}, n += ${nulls(NODE_PROPERTIES)}, n += row.properties`,
    );
  }
  for (const [type, rows] of byType(relationships)) {
    yield* batched(
      rows.map(({ source, target, paper, properties }) => {
        const ends = `source: ${toLiteral(source)}, target: ${toLiteral(target)}`;
        return `{${ends}, paper: ${toLiteral(paper)}, properties: ${toMapLiteral(properties)}}`;
      }),
      `MATCH (source:${OWN_LABEL} {${own}, key: row.source})
MATCH (target:${OWN_LABEL} {${own}, key: row.target})
MERGE (source)-[r:\`${type}\` {${own}, paper: row.paper}]->(target)
SET r += ${nulls(CLAIM_PROPERTIES)}, r += row.properties`,
    );
  }
  const state = toLiteral(digest({ nodes, relationships }));
  yield `MERGE (n:${LIBRARY_LABEL} {${own}}) SET n.digest = ${state};\n`;
}

/** What takes properties away when it is set. */
function nulls(names: readonly string[]): string {
  return `{${names.map((name) => `\`${name}\`: null`).join(', ')}}`;
}

/** `UNWIND [rows] AS row …;`, so many rows at a time. */
function* batched(rows: readonly string[], clauses: string): Generator<string> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH).join(',\n  ');
    yield `UNWIND [\n  ${batch}\n] AS row\n${clauses};\n`;
  }
}

function byType<Row extends { readonly type: string }>(
  rows: readonly Row[],
): Map<Row['type'], Row[]> {
  const groups = new Map<Row['type'], Row[]>();
  for (const row of rows) {
    const group = groups.get(row.type);
    if (group) group.push(row);
    else groups.set(row.type, [row]);
  }
  return groups;
}
