import type { Connection, Database, LbugValue, QueryResult } from '@ladybugdb/core';
import { GraphError } from '../errors.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import { type Cell, toCell } from './cell.ts';
import { explainEngine } from './explain-engine.ts';
import { loadStatements } from './load-statements.ts';
import { QueryError } from './query-error.ts';
import { expectReading } from './reading.ts';
import { tableStatements } from './tables.ts';

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A value that a query is given. */
export type Parameter = string | number | boolean | null | readonly Parameter[];

/** A graph in a database of its own in memory; disposing of it frees that. */
export interface EmbeddedGraph extends AsyncDisposable {
  /**
   * Answers a query that only reads.
   * @throws QueryError with the place in the query
   */
  ask(text: string, parameters?: Readonly<Record<string, Parameter>>): Promise<Answer>;
}

export interface EmbeddedOptions {
  /** How long a query may take, in milliseconds. */
  readonly timeout?: number;
}

/** Memory that the engine may take, and so much more for each row; the most that its file in memory may grow to. In bytes. */
const BUFFER = 2 ** 29;
const BUFFER_A_ROW = 2 ** 12;
const LARGEST = 2 ** 32;
const TIMEOUT = 60_000;

/**
 * Loads a graph into the embedded engine, which belongs into a process of its own.
 * @throws GraphError where the engine is not installed
 */
export async function openEmbedded(
  graph: PropertyGraph,
  { timeout = TIMEOUT }: EmbeddedOptions = {},
): Promise<EmbeddedGraph> {
  const engine = await importEngine();
  const database = new engine.Database(':memory:', bufferOf(graph), true, false, LARGEST);
  const connection = new engine.Connection(database, 1);
  await fill(connection, graph);
  connection.setQueryTimeout(timeout);
  return {
    ask: async (text, parameters = {}) => {
      try {
        return await ask(connection, text, parameters);
      } catch (error) {
        if (!(error instanceof QueryError && error.message === 'Interrupted')) throw error;
        throw new QueryError(tooLong(timeout), { text, cause: error });
      }
    },
    [Symbol.asyncDispose]: () => close(connection, database),
  };
}

/** A query over a graph needs memory beside it, which has to grow with it: paths and joins hold its rows. */
const bufferOf = ({ nodes, relationships }: PropertyGraph): number =>
  Math.min(LARGEST, BUFFER + BUFFER_A_ROW * (nodes.length + relationships.length));

/** What is said of a query that takes longer than so many milliseconds. */
export function tooLong(timeout: number): string {
  return `the query took longer than ${timeout / 1000} s; ask for less, or give it more time`;
}

async function importEngine(): Promise<typeof import('@ladybugdb/core')> {
  try {
    return await import('@ladybugdb/core');
  } catch (cause) {
    throw new GraphError(
      'the embedded database is not installed (it is the optional package @ladybugdb/core, which has no build for every platform); run npm install again, or push the library to Neo4j',
      { cause },
    );
  }
}

async function fill(connection: Connection, graph: PropertyGraph): Promise<void> {
  for (const text of tableStatements(graph)) single(await connection.query(text)).close();
  for (const { text, columns } of loadStatements(graph)) {
    const statement = await connection.prepare(text);
    if (!statement.isSuccess()) throw new GraphError(statement.getErrorMessage());
    const parameters = columns as Record<string, LbugValue>; // the engine only reads them
    single(await connection.execute(statement, parameters)).close();
  }
}

async function ask(
  connection: Connection,
  text: string,
  parameters: Readonly<Record<string, Parameter>>,
): Promise<Answer> {
  const reading = expectReading(text);
  const statement = await connection.prepare(reading);
  if (!statement.isSuccess()) throw explainEngine(statement.getErrorMessage(), text);
  if (!statement.isReadOnly()) throw new QueryError('a query here only reads the graph', { text });
  try {
    const given = parameters as Record<string, LbugValue>; // the engine only reads them
    const result = single(await connection.execute(statement, given));
    try {
      const columns = await result.getColumnNames();
      const rows = await result.getAll();
      return { columns, rows: rows.map((row) => columns.map((name) => toCell(row[name]))) };
    } finally {
      result.close();
    }
  } catch (error) {
    throw explainEngine(error instanceof Error ? error.message : String(error), text);
  }
}

function single(result: QueryResult | QueryResult[]): QueryResult {
  const [first] = [result].flat();
  if (!first) throw new GraphError('the embedded database gave no result');
  return first;
}

async function close(connection: Connection, database: Database): Promise<void> {
  await connection.close();
  await database.close();
}
