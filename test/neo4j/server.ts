import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import type { Server } from '../../graph/neo4j/connect.ts';

/** A Neo4j server, with authentication, that this machine runs; disposing of it shuts it down. */
export interface OwnServer extends Server, AsyncDisposable {
  /** Ends it on the spot, as a power cut does. */
  kill(): Promise<void>;
}

const SOURCE = fileURLToPath(new URL('Neo4jServer.java', import.meta.url));
/** What a new server knows, and what the tests use. */
const FIRST_PASSWORD = 'neo4j';
const PASSWORD = 'only for tests';

/**
 * Starts a server on a free port of this machine.
 * @param jars the folder of Neo4j's jars
 * @param data the folder of its databases: an empty one, or one that an earlier server has left
 * @param settings such as `server.databases.default_to_read_only=true`
 */
export async function startServer(
  jars: string,
  data: string,
  ...settings: readonly string[]
): Promise<OwnServer> {
  const port = await freePort();
  const args = ['-Xmx768m', '-cp', `${jars}/*`, SOURCE, data, String(port), ...settings];
  const child = spawn('java', args);
  await ready(child);
  const uri = `bolt://127.0.0.1:${port}`;
  await choosePassword(uri);
  const end = async (stop: () => void) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    stop();
    await closed;
  };
  return {
    uri,
    user: 'neo4j',
    password: PASSWORD,
    kill: () => end(() => child.kill('SIGKILL')),
    [Symbol.asyncDispose]: () => end(() => child.stdin.end()),
  };
}

async function ready(child: ChildProcessWithoutNullStreams): Promise<void> {
  let told = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer) => {
      told += text;
      if (/^ready$/m.test(told)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', (code) => reject(new Error(`Neo4j ended with ${code}:\n${told}`)));
    child.once('error', reject);
  });
}

/** A new server knows one password and wants another one; one on old data has it already. */
async function choosePassword(uri: string): Promise<void> {
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
