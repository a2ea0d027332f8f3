import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Server } from '../../graph/neo4j/connect.ts';
import { provideJars } from './jars.mjs';
import { startServer } from './server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that the tests share; null where there is none, and the tests are skipped. */
    neo4j: Required<Pick<Server, 'uri' | 'user' | 'password'>> | null;
    /** The folder of Neo4j's jars, for tests that need a server of their own; null where there is none. */
    neo4jJars: string | null;
  }
}

/**
 * Gives the tests a Neo4j server: the one at `NEO4J_URI`, else one of their own. Where Java or Maven is missing the
 * tests are skipped, and it is said why; with `CI=true` that is a failure.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const {
    NEO4J_URI: uri,
    NEO4J_USERNAME: user = 'neo4j',
    NEO4J_PASSWORD: password = '',
  } = process.env;
  const jars = findJars(uri);
  project.provide('neo4jJars', jars);
  if (uri) {
    project.provide('neo4j', { uri, user, password });
    return undefined;
  }
  if (jars === null) {
    project.provide('neo4j', null);
    return undefined;
  }
  const data = await mkdtemp(join(tmpdir(), 'sotagraph-neo4j-'));
  const server = await startServer(jars, data);
  project.provide('neo4j', { uri: server.uri, user: server.user, password: server.password });
  return async () => {
    await server[Symbol.asyncDispose]();
    await rm(data, { recursive: true });
  };
}

function findJars(uri: string | undefined): string | null {
  try {
    return provideJars();
  } catch (error) {
    if (process.env.CI === 'true' && !uri) throw error;
    process.stderr.write(
      `The tests with Neo4j are skipped: ${error instanceof Error ? error.message : error}\n`,
    );
    return null;
  }
}
