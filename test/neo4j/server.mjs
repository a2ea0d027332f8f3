// Plain JavaScript, so that the benchmarks can start a server, too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';

/**
 * A Neo4j server, with authentication, that this machine runs; disposing of it shuts it down, `kill` ends it on the
 * spot, as a power cut does.
 * @typedef {AsyncDisposable & { uri: string, user: string, password: string, pid: number, kill: () => Promise<void> }} OwnServer
 */

const SOURCE = fileURLToPath(new URL('Neo4jServer.java', import.meta.url));
/** What a new server knows, and what the tests use. */
const FIRST_PASSWORD = 'neo4j';
const PASSWORD = 'only for tests';

/**
 * Starts a server on a free port of this machine.
 * @param {string} jars the folder of Neo4j's jars
 * @param {string} data the folder of its databases: an empty one, or one that an earlier server has left
 * @param {{ settings?: readonly string[], heap?: string }} [options] settings such as
 *   `server.databases.default_to_read_only=true`; the memory that Java may take
 * @returns {Promise<OwnServer>}
 */
export async function startServer(jars, data, { settings = [], heap = '768m' } = {}) {
  const port = await freePort();
  const args = [`-Xmx${heap}`, '-cp', `${jars}/*`, SOURCE, data, String(port), ...settings];
  const child = spawn('java', args);
  await ready(child);
  const uri = `bolt://127.0.0.1:${port}`;
  await choosePassword(uri);
  const end = async (/** @type {() => void} */ bring) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    bring();
    await closed;
  };
  return {
    uri,
    user: 'neo4j',
    password: PASSWORD,
    pid: child.pid ?? 0,
    kill: () => end(() => child.kill('SIGKILL')),
    [Symbol.asyncDispose]: () => end(() => child.stdin.end()),
  };
}

/** @param {import('node:child_process').ChildProcessWithoutNullStreams} child */
async function ready(child) {
  let told = '';
  await new Promise((resolve, reject) => {
    const listen = (/** @type {Buffer} */ text) => {
      told += text;
      if (/^ready$/m.test(told)) resolve(undefined);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => reject(new Error(`Neo4j ended with ${code}:\n${told}`)));
    child.once('error', reject);
  });
}

/**
 * A new server knows one password and wants another one; one on old data has it already.
 * @param {string} uri
 */
async function choosePassword(uri) {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', FIRST_PASSWORD));
  try {
    await driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM $from TO $to',
      { from: FIRST_PASSWORD, to: PASSWORD },
      { database: 'system' },
    );
  } catch (error) {
    const known = error instanceof neo4j.Neo4jError && /Unauthorized/.test(error.code);
    if (!known) throw error;
  } finally {
    await driver.close();
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
