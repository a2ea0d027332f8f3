import { randomUUID } from 'node:crypto';
import neo4j, { type Session } from 'neo4j-driver';
import { inject, it as plainIt } from 'vitest';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Server } from '../../graph/neo4j/connect.ts';
import { readStoredGraph } from '../../graph/neo4j/read-stored.ts';
import { fromPropertyGraph } from '../../graph/property-graph/from-property-graph.ts';

/** The server that the tests share. */
export function sharedServer(): Server {
  const server = inject('neo4j');
  if (!server) throw new Error('there is no Neo4j server');
  return server;
}

/** Hands a session to what needs one. */
export async function withSession<T>(
  { uri, user, password }: Server,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
  });
  try {
    return await use(driver.session());
  } finally {
    await driver.close();
  }
}

/** The rows that a query gives. */
export async function ask(
  server: Server,
  text: string,
  parameters: Record<string, unknown> = {},
): Promise<Record<string, unknown>[]> {
  return withSession(server, async (session) => {
    const { records } = await session.run(text, parameters);
    return records.map((record) => record.toObject());
  });
}

/** The graph of a library, rebuilt from all that the database holds of it. */
export async function readBack(server: Server, library: string): Promise<KnowledgeGraph> {
  return withSession(server, async (session) =>
    fromPropertyGraph(await readStoredGraph(session, library)),
  );
}

/**
 * A test with the name of a library of its own, which is removed from the shared server in the end, with all whose names
 * begin with it: others may use the server, too.
 */
export const it = plainIt.extend<{ library: string }>({
  library: async ({ task }, use) => {
    const library = `${task.name} ${randomUUID()}`;
    await use(library);
    const text = 'MATCH (n) WHERE n.library STARTS WITH $library DETACH DELETE n';
    await ask(sharedServer(), text, { library });
  },
});
