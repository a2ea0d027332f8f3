import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { openEmbedded } from '../../graph/cypher/embedded.ts';
import { toCypher } from '../../graph/export/cypher.ts';
import { toNeo4jCsv } from '../../graph/export/neo4j-csv.ts';
import { edgeLines, type KnowledgeGraph, nodeLines } from '../../graph/knowledge-graph.ts';
import { load } from '../../graph/neo4j/load.ts';
import { NOTHING_LOADED } from '../../graph/neo4j/steps.ts';
import { toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import { hostileGraph } from './hostile.ts';
import { startServer } from './server.mjs';
import { readBack, sharedServer, withSession } from './session.ts';

const { graph, documents } = hostileGraph();
const rows = toPropertyGraph(graph, documents);
const lines = (read: KnowledgeGraph) => [...nodeLines(read), ...edgeLines(read)];
const jars = inject('neo4jJars') ?? '';

describe('hostile names', { timeout: 300_000 }, () => {
  it('come back unchanged from the embedded database', async () => {
    await using embedded = await openEmbedded(rows);
    const { rows: read } = await embedded.ask('MATCH (m:Method) RETURN m.key, m.name, m.aliases');
    const expected = rows.nodes
      .filter(({ type }) => type === 'Method')
      .map(({ key, properties }) => [key, properties.name, properties.aliases]);
    expect(new Map(read.map((row) => [row[0], row]))).toEqual(
      new Map(expected.map((row) => [row[0], row])),
    );
  });

  it.skipIf(!inject('neo4j'))('come back unchanged through the driver', async () => {
    await load(rows, sharedServer(), { library: 'hostile' });
    expect(lines(await readBack(sharedServer(), 'hostile'))).toEqual(lines(graph));
    const again = await load(rows, sharedServer(), { library: 'hostile', verify: true });
    expect(again).toEqual(NOTHING_LOADED);
  });

  it.skipIf(!inject('neo4j'))('come back unchanged through the script, run twice', async () => {
    const library = "script '\\";
    const script = [...toCypher(rows, library)].join('');
    // No semicolon stands in a text, so that any way to split will do.
    const statements = script.split(';').map((text) => text.trim());
    await withSession(sharedServer(), async (session) => {
      for (const text of [...statements, ...statements].filter(Boolean)) await session.run(text);
    });
    expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
    expect(await load(rows, sharedServer(), { library })).toEqual(NOTHING_LOADED);
    expect(await load(rows, sharedServer(), { library, verify: true })).toEqual(NOTHING_LOADED);
  });

  it.skipIf(!jars)("come back unchanged through Neo4j's importer", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sotagraph-import-'));
    for (const { name, pieces } of toNeo4jCsv(rows, 'csv')) {
      await writeFile(join(folder, name), [...pieces].join(''));
    }
    const readme = await readFile(join(folder, 'README.md'), 'utf8');
    const [, command = ''] = /neo4j-admin (database import full [^`]+)/.exec(readme) ?? [];
    const args = command.replaceAll('\\\n', ' ').trim().split(/\s+/);
    const home = join(folder, 'home');
    await mkdir(join(home, 'conf'), { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      'java',
      ['-cp', `${jars}/*`, 'org.neo4j.cli.AdminTool', ...args],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
      },
    );
    expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
    await using server = await startServer(jars, home);
    expect(lines(await readBack(server, 'csv'))).toEqual(lines(graph));
    expect(await load(rows, server, { library: 'csv' })).toEqual(NOTHING_LOADED);
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
});
