// How fast a graph goes into Neo4j, by every way there is: `npm run bench:neo4j -- [--nodes N] [--rounds N] [--ways a,b]`.
// It needs Java and Maven. Each way gets a new server with a new database in each round, warmed up by a small graph
// in the same way; every other round goes backwards, so that no way profits from what the one before has left warm.
// On a busy machine the seconds of processor, of the server and of this process, tell more than those of the clock.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../dist/graph/neo4j/load.js';
import { SCHEMA_STATEMENTS } from '../dist/graph/neo4j/statements.js';
import { provideJars } from '../test/neo4j/jars.mjs';
import { startServer } from '../test/neo4j/server.mjs';
import { makeGraph } from './neo4j/made-graph.mjs';
import { bare, importFiles, oneByOne, SAMPLE, script, withSession } from './neo4j/ways.mjs';

/** @typedef {import('./neo4j/ways.mjs').Server} Server */

const BARE = 'UNWIND … MERGE, nothing else';
const PUSH = 'push';
const LIBRARY = 'bench';

/** @type {Record<string, () => Promise<void>>} */
const WAYS = {
  bare: () =>
    onServer(bare, (server) => time(BARE, () => bare(graph, server, LIBRARY), { server })),
  push: () =>
    onServer(push, async (server) => {
      const again = () => push(graph, server, LIBRARY);
      await time(PUSH, again, { server });
      await time('push again, nothing changed', again, { server });
      const verify = () => load(graph, server, { library: LIBRARY, verify: true });
      await time('push --verify, nothing changed', verify, { server });
    }),
  script: () =>
    onServer(script, (server) =>
      time('export --format cypher, and run it', () => script(graph, server, LIBRARY), { server }),
    ),
  one: () =>
    onServer(oneByOne, (server) =>
      time(
        `one statement a row (every ${SAMPLE}th row, its time by ${SAMPLE})`,
        () => oneByOne(graph, server, LIBRARY),
        { server, share: SAMPLE },
      ),
    ),
  import: () =>
    inFolder((folder) =>
      time('export --format neo4j-csv, and import it', () => importFiles(graph, jars, folder)),
    ),
};

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    ways: { type: 'string', default: Object.keys(WAYS).join() },
  },
});
const jars = provideJars();
const graph = makeGraph(Number(values.nodes));
const small = makeGraph(2000);
/** What each way took, a measurement a round. @type {Map<string, { clock: number, processor: number }[]>} */
const times = new Map();

const busy = () => `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`;
console.log(
  `${graph.nodes.length} nodes, ${graph.relationships.length} relationships; ${busy()} before`,
);
const ways = values.ways.split(',').map((name) => {
  const way = WAYS[name];
  if (!way) throw new Error(`there is no way ${name}; there are ${Object.keys(WAYS).join(', ')}`);
  return way;
});
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const way of round % 2 === 0 ? ways : ways.toReversed()) await way();
}
console.log(`${values.rounds} rounds; ${busy()} after; medians, from least to most:`);
const plain = times.get(BARE);
for (const [name, took] of times) {
  console.log(name);
  for (const unit of /** @type {const} */ (['clock', 'processor'])) {
    // The importer is a process of its own, whose time nobody counts.
    if (took.some((each) => Number.isNaN(each[unit]))) continue;
    const ratios = took.map((each, round) => each[unit] / (plain?.[round]?.[unit] ?? Number.NaN));
    const ratio = plain ? `, ${spread(ratios)} times the plain way` : '';
    console.log(`  ${spread(took.map((each) => each[unit]))} s of ${unit}${ratio}`);
  }
}

/** @type {(graph: import('./neo4j/made-graph.mjs').MadeGraph, server: Server, library: string) => Promise<unknown>} */
function push(graph, server, library) {
  return load(graph, server, { library });
}

/**
 * Hands over a new server that holds the constraints and indexes and has been warmed up.
 * @param {typeof push} warmUp
 * @param {(server: Server) => Promise<unknown>} use
 */
function onServer(warmUp, use) {
  return inFolder(async (folder) => {
    const server = await startServer(jars, folder, { heap: '2g' });
    try {
      await withSession(server, async (session) => {
        for (const text of SCHEMA_STATEMENTS) await session.run(text);
        await session.run('CALL db.awaitIndexes(300)');
      });
      await warmUp(small, server, 'warm');
      await use(server);
    } finally {
      await server[Symbol.asyncDispose]();
    }
  });
}

/** @param {(folder: string) => Promise<unknown>} use */
async function inFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'sotagraph-bench-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} name
 * @param {() => Promise<unknown>} run
 * @param {{ server?: Server, share?: number }} [options] the server that does the work; of so many rows one is written
 */
async function time(name, run, { server, share = 1 } = {}) {
  const [started, used] = [performance.now(), processorTime(server)];
  await run();
  const clock = ((performance.now() - started) / 1000) * share;
  const processor = (processorTime(server) - used) * share;
  times.set(name, [...(times.get(name) ?? []), { clock, processor }]);
  console.log(`  ${name}: ${clock.toFixed(1)} s`);
}

/** Seconds that this process and a server have used so far; of the latter as Linux tells them, in hundredths. */
function processorTime(/** @type {Server | undefined} */ server) {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const own = (userCPUTime + systemCPUTime) / 1e6;
  if (!server || process.platform !== 'linux') return Number.NaN;
  const [, after = ''] = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ');
  const [user, system] = after.split(' ').slice(11, 13).map(Number);
  return own + ((user ?? 0) + (system ?? 0)) / 100;
}

/** `3.10 (2.90 to 3.30)` @param {readonly number[]} numbers */
function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [least, median, most] = [0, Math.floor(sorted.length / 2), -1].map((at) => sorted.at(at));
  return `${median?.toFixed(2)} (${least?.toFixed(2)} to ${most?.toFixed(2)})`;
}
