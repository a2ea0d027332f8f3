import type { Session } from 'neo4j-driver';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { findChanges } from './changes.ts';
import { connect, type Server } from './connect.ts';
import { explain } from './explain.ts';
import { digest, withFingerprints } from './fingerprint.ts';
import { readStored, readStoredContent } from './read-stored.ts';
import { readDigest, SCHEMA_STATEMENTS, type Statement, writeDigest } from './statements.ts';
import { type Counter, NOTHING_LOADED, type Step, toSteps } from './steps.ts';

export interface LoadOptions {
  /** The name that scopes all that is written; what bears another one, or none, is never touched. */
  readonly library: string;
  /** Compares all that is there, so that what others have changed is put right, too. */
  readonly verify?: boolean;
  /** Rows a transaction. */
  readonly batchSize?: number;
  /** Told of the rows that have been written, out of so many. */
  readonly progress?: (written: number, total: number) => void;
  /** Ends the work after the transaction under way; the next load goes on from there. */
  readonly signal?: AbortSignal;
}

/** What a load changed: all zero where the database held the graph already. */
export type Loaded = Readonly<Record<Counter, number>>;

const BATCH = 5000;

/**
 * Makes a Neo4j database hold a graph: writes what is new or has changed and removes what is gone, of this library
 * alone. Whatever stops it, the next load finishes the work.
 * @throws ConnectionError that says what is wrong with the server, and UsageError for an address that is none
 */
export async function load(
  graph: PropertyGraph,
  server: Server,
  options: LoadOptions,
): Promise<Loaded> {
  await using connection = await connect(server);
  try {
    return await bringUpToDate(connection.session, withFingerprints(graph), options);
  } catch (error) {
    throw explain(error, server);
  }
}

async function bringUpToDate(
  session: Session,
  graph: PropertyGraph,
  { library, verify = false, batchSize = BATCH, progress, signal }: LoadOptions,
): Promise<Loaded> {
  const state = digest(graph);
  if (!verify && (await storedDigest(session, library)) === state) return NOTHING_LOADED;
  for (const text of SCHEMA_STATEMENTS) await write(session, { text, parameters: {} });
  const stored = await (verify ? readStoredContent : readStored)(session, library);
  const steps = toSteps(library, findChanges(graph, stored), batchSize);
  const total = steps.reduce((sum, { rows }) => sum + rows, 0);
  const loaded = { ...NOTHING_LOADED };
  // Until the last step is done the database is told to be in no state at all.
  if (steps.length > 0) await write(session, writeDigest(library, null));
  let written = 0;
  for (const step of steps) {
    signal?.throwIfAborted();
    loaded[step.counter] += await take(session, step);
    written += step.rows;
    progress?.(written, total);
  }
  await write(session, writeDigest(library, state));
  return loaded;
}

async function storedDigest(session: Session, library: string): Promise<unknown> {
  const { text, parameters } = readDigest(library);
  const { records } = await session.executeRead((transaction) => transaction.run(text, parameters));
  return records[0]?.get('digest');
}

/** How much a step changed: the database counts what is made and removed, the other statements return their count. */
async function take(session: Session, { counter, statement }: Step): Promise<number> {
  const { records, summary } = await write(session, statement);
  const counts: Readonly<Record<string, number>> = summary.counters.updates();
  return counts[counter] ?? Number(records[0]?.get(0) ?? 0);
}

function write(session: Session, { text, parameters }: Statement) {
  return session.executeWrite((transaction) => transaction.run(text, parameters));
}
