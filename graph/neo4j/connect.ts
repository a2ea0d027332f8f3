import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { ConnectionError, UsageError } from '../errors.ts';
import { explain } from './explain.ts';

export interface Server {
  /** `bolt://localhost:7687`, `neo4j+s://….databases.neo4j.io` */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Undefined for the user's home database. */
  readonly database?: string | undefined;
}

/** A session with a database; disposing of it closes the connections. */
export interface Connection extends AsyncDisposable {
  readonly session: Session;
  /** `Neo4j/5.26.12` */
  readonly agent: string;
}

/** The first version whose Cypher has what the statements need. */
const OLDEST = 5;
/** How long a transaction is tried again after the connection broke off, in milliseconds. */
const RETRY_TIME = 15_000;

/**
 * Opens a session with a Neo4j server.
 * @throws UsageError for an address that is none; ConnectionError for a server that cannot be reached, is too old or
 * does not know the user
 */
export async function connect(server: Server): Promise<Connection> {
  const driver = open(server);
  const { database } = server;
  try {
    const { agent = '' } = await driver.getServerInfo(database === undefined ? {} : { database });
    expectVersion(agent);
    const session = driver.session(database === undefined ? {} : { database });
    return { session, agent, [Symbol.asyncDispose]: () => driver.close() };
  } catch (error) {
    await driver.close();
    throw explain(error, server);
  }
}

function open({ uri, user, password }: Server): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: RETRY_TIME,
      connectionAcquisitionTimeout: RETRY_TIME,
      userAgent: 'sotagraph',
    });
  } catch (cause) {
    throw new UsageError(
      `${uri} is no address of a Neo4j server (${cause instanceof Error ? cause.message : cause}); expected one such as bolt://localhost:7687 or neo4j+s://ID.databases.neo4j.io`,
      { cause },
    );
  }
}

/** `Neo4j/5.26.12` and `Neo4j/2025.06.0` pass. @throws ConnectionError for an older server */
export function expectVersion(agent: string): void {
  const [, major] = /^Neo4j\/(\d+)\./.exec(agent) ?? [];
  // Another maker's server says its own name; whether it understands the statements is seen when they run.
  if (major === undefined || Number(major) >= OLDEST) return;
  throw new ConnectionError(
    `the server is ${agent}, which is too old; Sotagraph needs Neo4j ${OLDEST} or newer`,
  );
}
