// The ways to bring a graph into Neo4j that are compared. Each gets a database of its own.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { toCypher } from '../../dist/graph/export/cypher.js';
import { toNeo4jCsv } from '../../dist/graph/export/neo4j-csv.js';
import { runImporter } from '../../test/neo4j/importer.mjs';

/** @typedef {import('./made-graph.mjs').MadeGraph} MadeGraph */
/** @typedef {import('../../test/neo4j/server.mjs').OwnServer} Server */

/** Rows a transaction. */
const BATCH = 5000;
/** Of so many rows one is written by a statement of its own: all of them would take an hour. */
export const SAMPLE = 50;

/**
 * The plainest way that is not slow: the rows by `UNWIND ... MERGE` through the driver, nothing read, hashed or counted.
 * @param {MadeGraph} graph
 * @param {Server} server
 * @param {string} library
 */
export function bare({ nodes, relationships }, server, library) {
  return withSession(server, async (session) => {
    const write = async (/** @type {string} */ text, /** @type {readonly object[]} */ rows) => {
      for (let start = 0; start < rows.length; start += BATCH) {
        const parameters = { library, rows: rows.slice(start, start + BATCH) };
        await session.executeWrite((transaction) => transaction.run(text, parameters));
      }
    };
    await write(
      `UNWIND $rows AS row MERGE (n:Sotagraph {library: $library, key: row.key})
       SET n:Entity:Method, n += row.properties`,
      nodes,
    );
    await write(
      `UNWIND $rows AS row
       MATCH (a:Sotagraph {library: $library, key: row.source})
       MATCH (b:Sotagraph {library: $library, key: row.target})
       MERGE (a)-[r:BUILDS_ON {library: $library, paper: row.paper}]->(b) SET r += row.properties`,
      relationships,
    );
  });
}

/**
 * Writes the script and runs it, as `cypher-shell` does, a statement after another.
 * @param {MadeGraph} graph
 * @param {Server} server
 * @param {string} library
 */
export function script(graph, server, library) {
  return withSession(server, async (session) => {
    // No semicolon stands in a text, so that any way to split will do.
    for (const text of [...toCypher(graph, library)].join('').split(';\n')) {
      if (text.trim()) await session.run(text);
    }
  });
}

/**
 * As bridges do that make each node and each edge by a statement of its own; a sample of the rows.
 * @param {MadeGraph} graph
 * @param {Server} server
 * @param {string} library
 */
export function oneByOne({ nodes, relationships }, server, library) {
  return withSession(server, async (session) => {
    for (const { key, properties } of sample(nodes)) {
      const text =
        'CREATE (n:Sotagraph {library: $library, key: $key}) SET n:Entity:Method, n += $properties';
      await session.run(text, { library, key, properties });
    }
    const ends = sample(nodes).map(({ key }) => key);
    for (const [at, { properties }] of sample(relationships).entries()) {
      const text = `MATCH (a:Sotagraph {library: $library, key: $source})
         MATCH (b:Sotagraph {library: $library, key: $target})
         CREATE (a)-[r:BUILDS_ON]->(b) SET r += $properties`;
      // Between nodes of the sample, since the others are not there.
      const [source, target] = [ends[at % ends.length], ends[(at * 31 + 1) % ends.length]];
      await session.run(text, { library, source, target, properties });
    }
  });
}

/** @template Row @param {readonly Row[]} rows */
const sample = (rows) => rows.filter((_, at) => at % SAMPLE === 0);

/**
 * Writes the files and imports them into a new database, by the command that their README has.
 * @param {MadeGraph} graph
 * @param {string} jars
 * @param {string} folder an empty one
 */
export async function importFiles(graph, jars, folder) {
  for (const { name, pieces } of toNeo4jCsv(graph, 'bench')) {
    await writeFile(join(folder, name), pieces);
  }
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const { status, stdout, stderr } = runImporter(jars, folder, readme);
  if (status !== 0) throw new Error(stdout + stderr);
}

/**
 * @template T
 * @param {Server} server
 * @param {(session: import('neo4j-driver').Session) => Promise<T>} use
 */
export async function withSession({ uri, user, password }, use) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
  });
  try {
    return await use(driver.session());
  } finally {
    await driver.close();
  }
}
