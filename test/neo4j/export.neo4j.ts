import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, inject } from 'vitest';
import { openEmbedded } from '../../graph/cypher/embedded.ts';
import { toCypher } from '../../graph/export/cypher.ts';
import { toNeo4jCsv } from '../../graph/export/neo4j-csv.ts';
import { edgeLines, type KnowledgeGraph, nodeLines } from '../../graph/knowledge-graph.ts';
import { load } from '../../graph/neo4j/load.ts';
import { NOTHING_LOADED } from '../../graph/neo4j/steps.ts';
import { type PropertyGraph, toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import { hostileGraph, hostileNames, KNOWN_NAMES } from './hostile.ts';
import { runImporter } from './importer.mjs';
import { startServer } from './server.mjs';
import { it, readBack, sharedServer, withSession } from './session.ts';

const lines = (read: KnowledgeGraph) => [...nodeLines(read), ...edgeLines(read)];
const jars = inject('neo4jJars') ?? '';

/** Tries the known names first, then so many lists of others, which shrink to the least that fails. */
async function forHostileNames(
  numRuns: number,
  check: (graph: KnowledgeGraph, rows: PropertyGraph) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(hostileNames, async (names) => {
    const { graph, documents } = hostileGraph(names);
    await check(graph, toPropertyGraph(graph, documents));
  });
  await fc.assert(property, { numRuns, examples: [[[...KNOWN_NAMES]]] });
}

describe('hostile names', { timeout: 300_000 }, () => {
  it('come back unchanged from the embedded database', () =>
    forHostileNames(20, async (_, rows) => {
      await using embedded = await openEmbedded(rows);
      const { rows: read } = await embedded.ask('MATCH (m:Method) RETURN m.key, m.name, m.aliases');
      const expected = rows.nodes
        .filter(({ type }) => type === 'Method')
        .map(({ key, properties }) => [key, properties.name, properties.aliases]);
      expect(new Map(read.map((row) => [row[0], row]))).toEqual(
        new Map(expected.map((row) => [row[0], row])),
      );
    }));

  it.skipIf(!inject('neo4j'))('come back unchanged through the driver', ({ library }) =>
    // Each into the library that the one before has left, so that they are updated and removed, too.
    forHostileNames(20, async (graph, rows) => {
      await load(rows, sharedServer(), { library });
      expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
      const again = await load(rows, sharedServer(), { library, verify: true });
      expect(again).toEqual(NOTHING_LOADED);
    }),
  );

  it.skipIf(!inject('neo4j'))(
    'come back unchanged through the script, run twice',
    ({ library: own }) => {
      let run = 0;
      return forHostileNames(10, async (graph, rows) => {
        run += 1;
        const library = `${own} '\\${run}`;
        const script = [...toCypher(rows, library)].join('');
        // No semicolon stands in a text, so that any way to split will do.
        const statements = script.split(';').map((text) => text.trim());
        await withSession(sharedServer(), async (session) => {
          for (const text of [...statements, ...statements].filter(Boolean)) {
            await session.run(text);
          }
        });
        expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
        expect(await load(rows, sharedServer(), { library })).toEqual(NOTHING_LOADED);
        const verified = await load(rows, sharedServer(), { library, verify: true });
        expect(verified).toEqual(NOTHING_LOADED);
      });
    },
  );

  // A run takes a new database and a new server.
  it.skipIf(!jars)("come back unchanged through Neo4j's importer", () =>
    forHostileNames(2, async (graph, rows) => {
      const folder = await mkdtemp(join(tmpdir(), 'sotagraph-import-'));
      try {
        await importAll(rows, folder);
        await using server = await startServer(jars, join(folder, 'home'));
        expect(lines(await readBack(server, 'csv'))).toEqual(lines(graph));
        expect(await load(rows, server, { library: 'csv' })).toEqual(NOTHING_LOADED);
      } finally {
        await rm(folder, { recursive: true });
      }
    }),
  );
});

/** Writes the files and runs the command that their README has. */
async function importAll(rows: PropertyGraph, folder: string): Promise<void> {
  for (const { name, pieces } of toNeo4jCsv(rows, 'csv')) {
    await writeFile(join(folder, name), pieces);
  }
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const { status, stdout, stderr } = runImporter(jars, folder, readme);
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
}
