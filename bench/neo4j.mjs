// How fast a graph goes into Neo4j: `NEO4J_URI=… NEO4J_PASSWORD=… npm run bench:neo4j [-- NODES]`, on a server for tests.
// Each way writes the same rows under a library name of its own, and is told as a ratio to the plainest one.
import neo4j from 'neo4j-driver';
import { toCypher } from '../dist/graph/export/cypher.js';
import { load } from '../dist/graph/neo4j/load.js';
import { SCHEMA_STATEMENTS } from '../dist/graph/neo4j/statements.js';

const {
  NEO4J_URI: uri,
  NEO4J_USERNAME: user = 'neo4j',
  NEO4J_PASSWORD: password = '',
} = process.env;
if (!uri) throw new Error('set NEO4J_URI and NEO4J_PASSWORD to those of a server for tests');
const [size = 100_000] = process.argv.slice(2).map(Number);
const BATCH = 5000;
/** The share of rows that is written one by one: all of them would take an hour. */
const SAMPLE = 50;

const server = { uri, user, password };
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
  disableLosslessIntegers: true,
});
const session = driver.session();
const graph = makeGraph(size);
console.log(`${graph.nodes.length} nodes, ${graph.relationships.length} relationships`);
for (const text of SCHEMA_STATEMENTS) await session.run(text);

await clean();
await bare(makeGraph(2000), 'bench-warm');
const plain = await time('UNWIND … MERGE, nothing else', () => bare(graph, 'bench-bare'));
await time('push', () => load(graph, server, { library: 'bench-push' }), plain);
await time(
  'push again, nothing changed',
  () => load(graph, server, { library: 'bench-push' }),
  plain,
);
await time(
  'push --verify, nothing changed',
  () => load(graph, server, { library: 'bench-push', verify: true }),
  plain,
);
await time('the script of export --format cypher', script, plain);
await time(
  `one statement a row (of every ${SAMPLE}th row, times ${SAMPLE})`,
  oneByOne,
  plain,
  SAMPLE,
);
await clean();
await driver.close();

/**
 * @param {string} what
 * @param {() => Promise<unknown>} run
 * @param {number} [plain]
 * @param {number} [times]
 */
async function time(what, run, plain, times = 1) {
  const started = performance.now();
  await run();
  const seconds = ((performance.now() - started) / 1000) * times;
  const ratio = plain === undefined ? '' : `, ${(seconds / plain).toFixed(2)} times the plain way`;
  console.log(`${what}: ${seconds.toFixed(1)} s${ratio}`);
  return seconds;
}

/**
 * @param {ReturnType<typeof makeGraph>} graph
 * @param {string} library
 */
async function bare({ nodes, relationships }, library) {
  await write(
    nodes,
    `UNWIND $rows AS row MERGE (n:Sotagraph {library: $library, key: row.key})
     SET n:Entity:Method, n += row.properties`,
    library,
  );
  await write(
    relationships,
    `UNWIND $rows AS row
     MATCH (a:Sotagraph {library: $library, key: row.source})
     MATCH (b:Sotagraph {library: $library, key: row.target})
     MERGE (a)-[r:BUILDS_ON {library: $library, paper: row.paper}]->(b) SET r += row.properties`,
    library,
  );
}

/**
 * @param {readonly object[]} rows
 * @param {string} text
 * @param {string} library
 */
async function write(rows, text, library) {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await session.executeWrite((transaction) => transaction.run(text, { library, rows: batch }));
  }
}

async function script() {
  for (const text of [...toCypher(graph, 'bench-script')].join('').split(/;\n/)) {
    if (text.trim()) await session.run(text);
  }
}

/** As bridges do that make each node and edge with a statement of its own. */
async function oneByOne() {
  const some = (/** @type {readonly any[]} */ rows) => rows.filter((_, at) => at % SAMPLE === 0);
  for (const { key, properties } of some(graph.nodes)) {
    await session.run('CREATE (n:Sotagraph {library: $library, key: $key}) SET n += $properties', {
      library: 'bench-one',
      key,
      properties,
    });
  }
  for (const { source, target, properties } of some(graph.relationships)) {
    await session.run(
      `MATCH (a:Sotagraph {library: 'bench-bare', key: $source})
       MATCH (b:Sotagraph {library: 'bench-bare', key: $target})
       CREATE (a)-[r:BUILDS_ON]->(b) SET r += $properties`,
      { source, target, properties },
    );
  }
}

async function clean() {
  await session.run(
    `MATCH (n:Sotagraph) WHERE n.library STARTS WITH 'bench-'
     CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`,
  );
  await session.run(`MATCH (n:SotagraphLibrary) WHERE n.library STARTS WITH 'bench-' DELETE n`);
}

/**
 * Methods, each with three claims about others, with sentences of the usual length.
 * @param {number} count
 */
function makeGraph(count) {
  const nodes = Array.from({ length: count }, (_, at) => ({
    key: `method${at}`,
    type: /** @type {const} */ ('Method'),
    properties: {
      type: 'Method',
      name: `Method ${at}`,
      aliases: [`M-${at}`],
      papers: 3n,
      votesJson: '{"Method":3}',
      classTerm: false,
      statisticsJson: '[]',
    },
  }));
  const relationships = Array.from({ length: 3 * count }, (_, at) => {
    const paper = `26${String(at % 97).padStart(2, '0')}.${String(at).padStart(6, '0')}`;
    return {
      source: `method${at % count}`,
      type: /** @type {const} */ ('BUILDS_ON'),
      target: `method${(at * 7919 + 1) % count}`,
      paper,
      properties: {
        paper,
        date: '2026-01-05',
        sentence: `In this work, sentence ${at}, we extend it and show that it holds for more, as sentences of abstracts say at some length.`,
        field: 'text',
        start: BigInt(at % 1000),
        end: BigInt((at % 1000) + 130),
        by: 'model',
        confidence: 0.9,
      },
    };
  });
  return { nodes, relationships };
}
