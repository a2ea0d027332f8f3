import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { edgeLines, type KnowledgeGraph, nodeLines } from '../../graph/knowledge-graph.ts';
import { load } from '../../graph/neo4j/load.ts';
import { NOTHING_LOADED } from '../../graph/neo4j/steps.ts';
import { type PropertyGraph, toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import type { Extraction } from '../../graph/schema.ts';
import { find, paper } from '../graph/paper.ts';
import { startServer } from './server.mjs';
import { ask, readBack, sharedServer } from './session.ts';

const text = 'We propose SimSD. SimSD beats EAGLE by 3 points and reaches 31.5 accuracy on MATH.';
const first = paper('2601.00001', {
  text,
  title: 'SimSD',
  date: '2026-01-05',
  authors: ['A. Author'],
  entities: [
    ['SimSD', 'Method', 'Simple "Speculative" Decoding'],
    ['EAGLE', 'Model'],
    ['MATH', 'Benchmark'],
    ['accuracy', 'Metric'],
  ],
  relations: [
    ['Paper', 'PROPOSES', 'SimSD'],
    ['SimSD', 'OUTPERFORMS', 'EAGLE'],
    ['SimSD', 'EVALUATED_ON', 'MATH'],
  ],
  results: [
    { number: find(text, '31.5'), subject: 'SimSD', benchmark: 'MATH', metric: 'accuracy' },
    { number: find(text, '3'), kind: 'gain', unit: 'points', subject: 'SimSD', baseline: 'EAGLE' },
  ],
});
const second = paper('2602.00002', {
  text: 'EAGLE is tested on MATH.',
  date: '2026-02-05',
  entities: [
    ['EAGLE', 'Method'],
    ['MATH', 'Benchmark'],
  ],
  relations: [['EAGLE', 'EVALUATED_ON', 'MATH']],
});

function graphOf(...papers: Extraction[]): { graph: KnowledgeGraph; rows: PropertyGraph } {
  const { graph } = derive(papers);
  const documents = new Map(papers.map(({ id, document }) => [id, document]));
  return { graph, rows: toPropertyGraph(graph, documents) };
}

const lines = (graph: KnowledgeGraph) => [...nodeLines(graph), ...edgeLines(graph)];

describe.skipIf(!inject('neo4j'))('load(graph, server, options)', () => {
  const push = (rows: PropertyGraph, library: string, options = {}) =>
    load(rows, sharedServer(), { library, ...options });

  it('stores a graph that reads back as the same graph', async () => {
    const { graph, rows } = graphOf(first, second);
    const loaded = await push(rows, 'whole', { batchSize: 2 });
    expect(loaded).toEqual({
      ...NOTHING_LOADED,
      nodesCreated: graph.order,
      relationshipsCreated: graph.size,
    });
    expect(lines(await readBack(sharedServer(), 'whole'))).toEqual(lines(graph));
  });

  it('makes one relationship a claim, with its sentence, paper, date and place', async () => {
    await push(graphOf(first, second).rows, 'claims');
    const claims = await ask(
      sharedServer(),
      `MATCH (:Method {library: 'claims', name: 'SimSD'})-[r:OUTPERFORMS]->(e:Entity)
       RETURN r.sentence AS sentence, r.paper AS paper, r.date AS date, r.confidence AS confidence,
         r.by AS by, r.start AS start, labels(e) AS labels`,
    );
    expect(claims).toEqual([
      {
        sentence: text,
        paper: '2601.00001',
        date: '2026-01-05',
        confidence: 0.8,
        by: 'model',
        start: 0,
        labels: expect.arrayContaining(['Entity', 'Method']),
      },
    ]);
  });

  it('changes nothing the second time', async () => {
    const { rows } = graphOf(first, second);
    await push(rows, 'twice');
    expect(await push(rows, 'twice')).toEqual(NOTHING_LOADED);
    expect(await push(rows, 'twice', { verify: true })).toEqual(NOTHING_LOADED);
  });

  it('updates what has changed and removes what is gone', async () => {
    await push(graphOf(first, second).rows, 'changing');
    const { graph, rows } = graphOf(second);
    const loaded = await push(rows, 'changing');
    expect(loaded).toMatchObject({ nodesCreated: 0, nodesUpdated: 2, nodesDeleted: 5 });
    expect(lines(await readBack(sharedServer(), 'changing'))).toEqual(lines(graph));
    const [labels] = await ask(
      sharedServer(),
      "MATCH (n:Sotagraph {library: 'changing', key: 'eagle'}) RETURN labels(n) AS labels",
    );
    expect(labels).toEqual({ labels: ['Sotagraph', 'Entity', 'Method'] });
  });

  it('puts right what others have changed when told to verify', async () => {
    const { graph, rows } = graphOf(first);
    await push(rows, 'verified');
    await ask(
      sharedServer(),
      "MATCH (n:Method {library: 'verified'})-[r:OUTPERFORMS]->() SET n.name = 'x', r.sentence = 'x'",
    );
    expect(await push(rows, 'verified')).toEqual(NOTHING_LOADED);
    const loaded = await push(rows, 'verified', { verify: true });
    expect(loaded).toEqual({ ...NOTHING_LOADED, nodesUpdated: 1, relationshipsUpdated: 1 });
    expect(lines(await readBack(sharedServer(), 'verified'))).toEqual(lines(graph));
  });

  it('leaves nodes, relationships, labels and properties of others alone', async () => {
    await push(graphOf(first, second).rows, 'shared');
    await ask(
      sharedServer(),
      `CREATE (:Paper {library: 'shared', key: 'simsd'})-[:READ {paper: 'x'}]->(:Note {text: 'mine'})
       WITH 1 AS x MATCH (n:Method {library: 'shared', name: 'SimSD'}) SET n:Favourite, n.stars = 5
       WITH n CREATE (n)<-[:ABOUT]-(:Note {text: 'ours'})`,
    );
    await push(graphOf(second).rows, 'shared');
    expect(
      await ask(
        sharedServer(),
        "MATCH (n:Favourite {library: 'shared'})<-[:ABOUT]-(m) RETURN n.retired AS retired, n.stars AS stars, m.text AS text",
      ),
    ).toEqual([{ retired: true, stars: 5, text: 'ours' }]);
    expect(
      await ask(
        sharedServer(),
        "MATCH (p:Paper {library: 'shared', key: 'simsd'})-[r:READ]->(n) RETURN n.text AS text",
      ),
    ).toEqual([{ text: 'mine' }]);
    const again = await push(graphOf(first, second).rows, 'shared');
    expect(again).toMatchObject({ nodesCreated: 4, nodesUpdated: 3 });
    expect(
      await ask(
        sharedServer(),
        "MATCH (n:Favourite {library: 'shared'}) RETURN n.retired AS retired, n.stars AS stars",
      ),
    ).toEqual([{ retired: null, stars: 5 }]);
  });

  it('keeps libraries apart', async () => {
    await push(graphOf(first).rows, 'left');
    await push(graphOf(second).rows, 'right');
    await push(graphOf().rows, 'left');
    expect((await readBack(sharedServer(), 'left')).order).toBe(0);
    expect((await readBack(sharedServer(), 'right')).order).toBe(3);
  });

  it('removes a relationship that says the same once more', async () => {
    const { graph, rows } = graphOf(second);
    await push(rows, 'repeated');
    await ask(
      sharedServer(),
      "MATCH (a {library: 'repeated'})-[r:EVALUATED_ON]->(b) CREATE (a)-[s:EVALUATED_ON]->(b) SET s = r",
    );
    const loaded = await push(rows, 'repeated', { verify: true });
    expect(loaded).toEqual({ ...NOTHING_LOADED, relationshipsDeleted: 1 });
    expect(lines(await readBack(sharedServer(), 'repeated'))).toEqual(lines(graph));
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, /does not know user neo4j with this password/],
    ['a wrong database', { database: 'nowhere' }, /has no database nowhere .*--database/],
    [
      'no server',
      { uri: 'bolt://127.0.0.1:1' },
      /127\.0\.0\.1:1 cannot be reached .*run the same command again/,
    ],
    ['no address', { uri: 'localhost' }, /localhost is no address .*bolt:/],
  ])('says what is wrong with %s', async (_, wrong, message) => {
    const server = { ...sharedServer(), ...wrong };
    await expect(load(graphOf(first).rows, server, { library: 'wrong' })).rejects.toThrow(message);
  });
});

describe.skipIf(!inject('neo4jJars'))(
  'load(graph, server of its own)',
  { timeout: 300_000 },
  () => {
    const jars = inject('neo4jJars') ?? '';

    it('finishes, after the server was killed in the middle, what it had begun', async () => {
      const data = await mkdtemp(join(tmpdir(), 'sotagraph-neo4j-'));
      const { graph, rows } = graphOf(first, second);
      const broken = await startServer(jars, data);
      const interrupted = load(rows, broken, {
        library: 'killed',
        batchSize: 4,
        progress: (written) => {
          if (written >= 8) void broken.kill();
        },
      });
      await expect(interrupted).rejects.toThrow(/cannot be reached .*goes on where it stopped/);
      await using server = await startServer(jars, data);
      const { nodesCreated } = await load(rows, server, { library: 'killed' });
      expect(nodesCreated).toBeLessThan(graph.order);
      expect(lines(await readBack(server, 'killed'))).toEqual(lines(graph));
      await server[Symbol.asyncDispose]();
      await rm(data, { recursive: true });
    });

    it('says that a database is read-only', async () => {
      const data = await mkdtemp(join(tmpdir(), 'sotagraph-neo4j-'));
      // A database cannot even be made where all are read-only.
      await (await startServer(jars, data))[Symbol.asyncDispose]();
      const readOnly = 'server.databases.default_to_read_only=true';
      await using server = await startServer(jars, data, { settings: [readOnly] });
      const loading = load(graphOf(first).rows, server, { library: 'read-only' });
      await expect(loading).rejects.toThrow(/neo4j may not write to the home database/);
      await server[Symbol.asyncDispose]();
      await rm(data, { recursive: true });
    });
  },
);
