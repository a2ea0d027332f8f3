import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLibrary } from '../../src/library/write-library.ts';
import { find, paper } from '../graph/paper.ts';
import { hasTerminals, runOnTerminal } from './on-terminal.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
  await mkdir(join(folder, 'library'));
  const text = 'SimSD reaches 31.5 on MATH.';
  await writeLibrary(join(folder, 'library'), [
    paper('2601.00001', {
      text,
      entities: [
        ['SimSD', 'Method'],
        ['MATH', 'Benchmark'],
      ],
      results: [{ number: find(text, '31.5'), subject: 'SimSD', benchmark: 'MATH' }],
    }),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

async function query(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [cli, 'query', 'library', ...args], { cwd: folder });
  const chunks = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    chunks.out += data;
  });
  child.stderr.on('data', (data) => {
    chunks.err += data;
  });
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, ...chunks };
}

/** A list that the engine neither bounds nor stops at. */
const MEMORY_BOMB = 'UNWIND range(1, 10000000000) AS a RETURN max(a)';

const NUMBERS =
  'MATCH (r:Result)-[:OF]->(m) WHERE m.name = $name RETURN m.name AS name, r.value AS value';

describe.skipIf(!hasTerminals)('sotagraph query, at its prompt', () => {
  // The prompt is drawn anew with each key, so the end waits for the answer first.
  const prompt = (typed: string) =>
    runOnTerminal([cli, 'query', 'library'], {
      steps: [
        ['cypher> ', typed],
        ['1 row', ''],
        ['cypher> ', END],
      ],
      cwd: folder,
      env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
    });
  const [UP, END] = ['\u001b[A', '\u0004'];

  it('answers, and has what was typed in its history the next time', async () => {
    const first = await prompt('MATCH (b:Benchmark) RETURN b.name;\r');
    expect(first).toEqual({ code: 0, shown: expect.stringMatching(/MATH\r\n\r\n1 row/) });
    const second = await prompt(`${UP}\r`);
    expect(second).toEqual({ code: 0, shown: expect.stringMatching(/MATH\r\n\r\n1 row/) });
    expect(await readdir(join(folder, 'library'))).not.toContain('queries');
    await rm(join(folder, 'state'), { recursive: true });
  });

  it('goes on after a query that has ended the database', async () => {
    const { code, shown } = await runOnTerminal([cli, 'query', 'library', '--timeout', '100'], {
      steps: [
        ['cypher> ', `${MEMORY_BOMB};\r`],
        ['takes more memory than 2048 MB', 'RETURN 1 AS one;\r'],
        ['1 row', ''],
        ['cypher> ', END],
      ],
      cwd: folder,
      env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
    });
    expect([code, shown]).toEqual([0, expect.stringMatching(/takes more memory.*one\r\n.*1\r\n/s)]);
    await rm(join(folder, 'state'), { recursive: true });
  });
});

describe('sotagraph query', () => {
  it('prints a table, JSON and CSV', async () => {
    const param = ['--param', 'name=SimSD'];
    expect((await query([NUMBERS, ...param])).out).toBe(
      'name   value\n─────  ─────\nSimSD  31.5\n\n1 row\n',
    );
    expect(JSON.parse((await query([NUMBERS, ...param, '--json'])).out)).toEqual([
      { name: 'SimSD', value: 31.5 },
    ]);
    expect((await query([NUMBERS, ...param, '--csv'])).out).toBe('name,value\nSimSD,31.5\n');
  });

  it('reads a query from standard input', async () => {
    expect((await query(['--csv'], 'MATCH (b:Benchmark)\nRETURN b.name;\n')).out).toBe(
      'b.name\nMATH\n',
    );
  });

  it('asks a recipe, with its defaults', async () => {
    const { out } = await query(['--recipe', 'results-on', '--param', 'benchmark=math', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ subject: 'SimSD', value: 31.5, paper: '2601.00001' }]);
    expect((await query(['--recipes'])).out).toMatch(
      /^results-on +Every number .*\(\$benchmark\)$/m,
    );
  });

  it.each([
    [['--recipe', 'nope'], 2, /no recipe nope; there are .*results-on/],
    [['--recipe', 'results-on'], 2, /results-on needs --param benchmark=… \(the benchmark/],
    [['--recipe', 'results-on', '--param', 'x=1'], 2, /has no parameter x; it has benchmark/],
    [['RETURN 1', '--json', '--csv'], 2, /cannot be used with/],
    [['MATCH (m:Method) RETURN m.nope'], 1, /Cannot find property nope.*\n {2}MATCH.*\n {28}\^\n$/],
    [[NUMBERS], 1, /Parameter name not found\n {2}MATCH.*\n +\^\n$/],
  ])('ends %j with %i and says why', async (args, code, message) => {
    const ended = await query(args);
    expect([ended.code, ended.err]).toEqual([code, expect.stringMatching(message)]);
    expect(ended.err).not.toMatch(/\n +at /);
  });

  it('cannot change the library, write or read files, attach or install', async () => {
    const before = await readFile(join(folder, 'library', 'nodes.jsonl'), 'utf8');
    const victim = join(folder, 'victim.csv');
    for (const text of [
      `COPY (MATCH (m) RETURN m.name) TO "${victim}"`,
      `MATCH (m:Method) RETURN m.name; COPY (MATCH (m) RETURN m.name) TO "${victim}"`,
      `EXPORT DATABASE "${folder}/export"`,
      `MATCH (m:Method) LOAD FROM "${join(folder, 'library', 'nodes.jsonl')}" (file_format='csv') RETURN *`,
      `ATTACH "${folder}/x.db" AS x`,
      'LOAD EXTENSION httpfs',
      'MATCH (m:Method) SET m.name = "x"',
      'MATCH (m) DETACH DELETE m',
      "RETURN 'a\\' LOAD FROM \"/etc/passwd\" RETURN 'b'",
    ]) {
      const { code, out } = await query([text]);
      expect([text, code, out]).toEqual([text, 1, '']);
    }
    expect((await readdir(folder)).sort()).toEqual(['library']);
    expect(await readFile(join(folder, 'library', 'nodes.jsonl'), 'utf8')).toBe(before);
  });

  it('ends a query that takes too long', async () => {
    const { code, err } = await query([
      '--timeout',
      '1',
      'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c WITH a + b + c AS d WHERE d < 0 RETURN count(d)',
    ]);
    expect([code, err]).toEqual([1, expect.stringMatching(/longer than 1 s/)]);
  });

  it.each([
    ['takes too much memory', MEMORY_BOMB, /takes more memory than 2048 MB/],
    [
      'is nested too deep',
      `RETURN ${'('.repeat(5000)}1${')'.repeat(5000)}`,
      /fell over|longer than/,
    ],
  ])('ends a query that %s', async (_, text, message) => {
    const { code, err } = await query(['-', '--timeout', '100'], text);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(err).not.toMatch(/\n +at /);
  });
});
