import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type EmbeddedGraph, openEmbedded } from '../../graph/cypher/embedded.ts';
import { derive } from '../../graph/derive.ts';
import { load } from '../../graph/neo4j/load.ts';
import { toPropertyGraph } from '../../graph/property-graph/property-graph.ts';
import { readFacts } from '../../src/library/read-library.ts';
import { readRecipes } from '../../src/runtime/recipes.ts';
import { find, paper } from '../graph/paper.ts';
import { type OwnServer, startServer } from './server.mjs';
import { ask } from './session.ts';

const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** What the sample corpus lacks: numbers that do not agree, a family, training data, dates. */
const early =
  'Zeta-2 builds on Zeta-1, is trained on Corpus-A, and reaches 31.5 accuracy on MATH for parsing.';
const late =
  'We propose Theta. Theta beats Zeta-2, which has 33.5 accuracy on MATH. Theta-Bench is for parsing.';
const EXTRA = [
  paper('2601.00001', {
    text: early,
    date: '2026-01-05',
    entities: [
      ['Zeta-2', 'Model'],
      ['Zeta-1', 'Model'],
      ['Corpus-A', 'Dataset'],
      ['accuracy', 'Metric'],
      ['MATH', 'Benchmark'],
      ['parsing', 'Task'],
    ],
    relations: [
      ['Zeta-2', 'BUILDS_ON', 'Zeta-1'],
      ['Zeta-2', 'TRAINED_ON', 'Corpus-A'],
      ['Zeta-2', 'EVALUATED_ON', 'MATH'],
      ['Zeta-2', 'ADDRESSES', 'parsing'],
    ],
    results: [
      { number: find(early, '31.5'), subject: 'Zeta-2', benchmark: 'MATH', metric: 'accuracy' },
    ],
  }),
  paper('2602.00002', {
    text: late,
    date: '2026-02-05',
    entities: [
      ['Theta', 'Method'],
      ['Zeta-2', 'Model'],
      ['accuracy', 'Metric'],
      ['MATH', 'Benchmark'],
      ['Theta-Bench', 'Benchmark'],
      ['parsing', 'Task'],
    ],
    relations: [
      ['Paper', 'PROPOSES', 'Theta'],
      ['Paper', 'PROPOSES', 'Theta-Bench'],
      ['Theta', 'OUTPERFORMS', 'Zeta-2'],
      ['Theta', 'BUILDS_ON', 'Zeta-2'],
      ['Theta-Bench', 'ADDRESSES', 'parsing'],
    ],
    results: [
      { number: find(late, '33.5'), subject: 'Zeta-2', benchmark: 'MATH', metric: 'accuracy' },
    ],
  }),
];

/** What each recipe that needs parameters is asked. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'builds-on': { name: 'zeta-1' },
  find: { text: 'rl' },
  lineage: { family: 'zeta' },
  'methods-for': { task: 'reasoning' },
  'newest-benchmarks': { task: 'pars' },
  'parts-of': { name: 'SEA' },
  'path-between': { from: 'SEA', to: 'AutoBencher' },
  'results-of': { name: 'ZETA-2' },
  'results-on': { benchmark: 'math' },
  timeline: { name: 'accuracy' },
  'untested-benchmarks': { name: 'Theta' },
};

const recipes = await readRecipes();
const jars = inject('neo4jJars');

describe.skipIf(!jars)('recipes', { timeout: 300_000 }, () => {
  let folder: string;
  let server: OwnServer;
  let embedded: EmbeddedGraph;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
    spawnSync(process.execPath, [cli, 'build', seeds, '--out', join(folder, 'seeds'), '--quiet']);
    const facts = [...(await readFacts(join(folder, 'seeds'))), ...EXTRA];
    const documents = new Map(facts.map(({ id, document }) => [id, document]));
    const graph = toPropertyGraph(derive(facts).graph, documents);
    server = await startServer(jars ?? '', join(folder, 'neo4j'));
    await load(graph, server, { library: 'seeds' });
    embedded = await openEmbedded(graph);
  }, 300_000);

  afterAll(async () => {
    await embedded[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  it.each(recipes)('gives the same answer on both engines: $name', async (recipe) => {
    const { name, text, parameters } = recipe;
    const given = Object.fromEntries(
      parameters.map(({ name: own, default: otherwise }) => [
        own,
        PARAMETERS[name]?.[own] ?? otherwise ?? 'missing',
      ]),
    );
    const { columns, rows } = await embedded.ask(text.embedded, given);
    const whole = Object.entries(given).map(([own, value]) =>
      typeof value === 'number' ? [own, BigInt(value)] : [own, value],
    );
    const records = await ask(server, text.neo4j, Object.fromEntries(whole));
    expect(records.map((record) => columns.map((column) => record[column]))).toEqual(rows);
    expect(rows.length).toBeGreaterThan(0);
  });
});
