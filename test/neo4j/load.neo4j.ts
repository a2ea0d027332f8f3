import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject } from 'vitest';
import { derive } from '../../graph/derive.ts';
import { edgeLines, type KnowledgeGraph, nodeLines } from '../../graph/knowledge-graph.ts';
import { load } from '../../graph/neo4j/load.ts';
import { NOTHING_LOADED } from '../../graph/neo4j/steps.ts';
import { type PropertyGraph, toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import type { Extraction } from '../../graph/schema.ts';
import { find, paper } from '../graph/paper.ts';
import { startServer } from './server.mjs';
import { ask, it, readBack, sharedServer } from './session.ts';

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
  const query = (text: string, library: string) => ask(sharedServer(), text, { library });

  it('stores a graph that reads back as the same graph', async ({ library }) => {
    const { graph, rows } = graphOf(first, second);
    const loaded = await push(rows, library, { batchSize: 2 });
    expect(loaded).toEqual({
      ...NOTHING_LOADED,
      nodesCreated: graph.order,
      relationshipsCreated: graph.size,
    });
    expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
  });

  it('makes one relationship a claim, with its sentence, paper, date and place', async ({
    library,
  }) => {
    await push(graphOf(first, second).rows, library);
    const claims = await query(
      `MATCH (:Method {library: $library, name: 'SimSD'})-[r:OUTPERFORMS]->(e:Entity)
       RETURN r.sentence AS sentence, r.paper AS paper, r.date AS date, r.confidence AS confidence,
         r.by AS by, r.start AS start, labels(e) AS labels`,
      library,
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

  it('changes nothing the second time', async ({ library }) => {
    const { rows } = graphOf(first, second);
    await push(rows, library);
    expect(await push(rows, library)).toEqual(NOTHING_LOADED);
    expect(await push(rows, library, { verify: true })).toEqual(NOTHING_LOADED);
  });

  it('updates what has changed and removes what is gone', async ({ library }) => {
    await push(graphOf(first, second).rows, library);
    const { graph, rows } = graphOf(second);
    const loaded = await push(rows, library);
    expect(loaded).toMatchObject({ nodesCreated: 0, nodesUpdated: 2, nodesDeleted: 5 });
    expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
    const [labels] = await query(
      "MATCH (n:Sotagraph {library: $library, key: 'eagle'}) RETURN labels(n) AS labels",
      library,
    );
    expect(labels).toEqual({ labels: ['Sotagraph', 'Entity', 'Method'] });
  });

  it('follows entities that become one, and two again', async ({ library }) => {
    const short = paper('2603.00003', {
      text: 'GRPO is tested on MATH.',
      entities: [
        ['GRPO', 'Method'],
        ['MATH', 'Benchmark'],
      ],
      relations: [['GRPO', 'EVALUATED_ON', 'MATH']],
    });
    const long = paper('2603.00004', {
      text: 'Group Relative Policy Optimization is tested on MATH.',
      entities: [
        ['Group Relative Policy Optimization', 'Method'],
        ['MATH', 'Benchmark'],
      ],
      relations: [['Group Relative Policy Optimization', 'EVALUATED_ON', 'MATH']],
    });
    const both = paper('2603.00005', {
      text: 'Group Relative Policy Optimization (GRPO) is old.',
      entities: [['GRPO', 'Method', 'Group Relative Policy Optimization']],
    });
    const [apart, joined] = [graphOf(short, long), graphOf(short, long, both)];
    // One paper more and one entity less.
    expect(joined.graph.order).toBe(apart.graph.order);
    for (const { graph, rows } of [apart, joined, apart]) {
      await push(rows, library);
      expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
    }
  });

  it('puts right what others have changed when told to verify', async ({ library }) => {
    const { graph, rows } = graphOf(first);
    await push(rows, library);
    await query(
      "MATCH (n:Method {library: $library})-[r:OUTPERFORMS]->() SET n.name = 'x', r.sentence = 'x'",
      library,
    );
    expect(await push(rows, library)).toEqual(NOTHING_LOADED);
    const loaded = await push(rows, library, { verify: true });
    expect(loaded).toEqual({ ...NOTHING_LOADED, nodesUpdated: 1, relationshipsUpdated: 1 });
    expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
  });

  it('leaves nodes, relationships, labels and properties of others alone', async ({ library }) => {
    await push(graphOf(first, second).rows, library);
    await query(
      `CREATE (:Paper {library: $library, key: 'simsd'})-[:READ {paper: 'x'}]->(:Note {library: $library, text: 'mine'})
       WITH 1 AS x MATCH (n:Method {library: $library, name: 'SimSD'}) SET n:Favourite, n.stars = 5
       WITH n CREATE (n)<-[:ABOUT]-(:Note {library: $library, text: 'ours'})`,
      library,
    );
    await push(graphOf(second).rows, library);
    expect(
      await query(
        'MATCH (n:Favourite {library: $library})<-[:ABOUT]-(m) RETURN n.retired AS retired, n.stars AS stars, m.text AS text',
        library,
      ),
    ).toEqual([{ retired: true, stars: 5, text: 'ours' }]);
    expect(
      await query(
        "MATCH (p:Paper {library: $library, key: 'simsd'})-[r:READ]->(n) RETURN n.text AS text",
        library,
      ),
    ).toEqual([{ text: 'mine' }]);
    const again = await push(graphOf(first, second).rows, library);
    expect(again).toMatchObject({ nodesCreated: 4, nodesUpdated: 3 });
    expect(
      await query(
        'MATCH (n:Favourite {library: $library}) RETURN n.retired AS retired, n.stars AS stars',
        library,
      ),
    ).toEqual([{ retired: null, stars: 5 }]);
  });

  it('keeps libraries apart', async ({ library }) => {
    const [left, right] = [`${library}-left`, `${library}-right`];
    await push(graphOf(first).rows, left);
    await push(graphOf(second).rows, right);
    await push(graphOf().rows, left);
    expect((await readBack(sharedServer(), left)).order).toBe(0);
    expect((await readBack(sharedServer(), right)).order).toBe(3);
  });

  it('removes a relationship that says the same once more', async ({ library }) => {
    const { graph, rows } = graphOf(second);
    await push(rows, library);
    await query(
      'MATCH (a {library: $library})-[r:EVALUATED_ON]->(b) CREATE (a)-[s:EVALUATED_ON]->(b) SET s = r',
      library,
    );
    const loaded = await push(rows, library, { verify: true });
    expect(loaded).toEqual({ ...NOTHING_LOADED, relationshipsDeleted: 1 });
    expect(lines(await readBack(sharedServer(), library))).toEqual(lines(graph));
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
