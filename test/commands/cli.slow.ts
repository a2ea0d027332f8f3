import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extraction } from '../../graph/schema.ts';

// The command line as it is built and installed.
const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sotagraph-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [cli, ...args], { cwd: folder, env: { ...process.env, ...env } });
}

async function run(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = start(args, env);
  const chunks = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    chunks.out += data;
  });
  child.stderr.on('data', (data) => {
    chunks.err += data;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, ...chunks };
}

async function digest(library: string): Promise<Record<string, string>> {
  const names = (await readdir(join(folder, library))).sort();
  const entries = names.map(async (name) => {
    const bytes = await readFile(join(folder, library, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const abstract =
  'We propose SimSD, which reaches 31.6% accuracy on MATH-500 and outperforms EAGLE-3.';

describe('sotagraph build', () => {
  it('gives the same bytes twice, whatever the order of the listings and the number of threads', async () => {
    const listings = (await readdir(seeds)).map((name) => join(seeds, name));
    const built = await run(['build', seeds, '--out', 'a']);
    expect(built.code).toBe(0);
    expect(built.out).toMatch(/Papers +46 +46 read now, 2 came twice/);
    await run(['build', ...listings.reverse(), '--out', 'b', '--threads', '1']);
    expect(await digest('b')).toEqual(await digest('a'));
    const facts = (await readFile(join(folder, 'a', 'facts.jsonl'), 'utf8')).trim().split('\n');
    expect(facts).toHaveLength(46);
    expect(facts.map((line) => extraction.parse(JSON.parse(line)).id)).toEqual(
      facts.map((line) => JSON.parse(line).id).sort(),
    );
  });

  it('goes on after Ctrl-C, with the same bytes at the end', async () => {
    await run(['build', seeds, '--out', 'whole']);
    const child = start(['build', seeds, '--out', 'cut', '--threads', '1']);
    child.stderr.on('data', (text) => {
      if (String(text).includes('14 of 46')) child.kill('SIGINT');
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
    expect(await readdir(join(folder, 'cut'))).toEqual(['journal.jsonl']);
    const again = await run(['build', seeds, '--out', 'cut']);
    expect(again.out).not.toMatch(/46 read now/);
    expect(await digest('cut')).toEqual(await digest('whole'));
  });

  it.each([
    ['a path that is not there', ['missing.txt'], /missing\.txt: .*does not exist/],
    ['an empty file', ['empty.txt'], /empty\.txt/],
    ['a folder without documents', ['nothing'], /nothing: .*without documents/],
    ['binary data', ['binary.txt'], /binary\.txt:1/],
    ['a document without text', ['textless.jsonl'], /textless\.jsonl:2: .*text/],
    ['a broken gzip', ['broken.jsonl.gz'], /broken\.jsonl\.gz.*gzip/],
  ])('refuses %s and leaves nothing behind', async (_, paths, message) => {
    await writeFile(join(folder, 'empty.txt'), '');
    await mkdir(join(folder, 'nothing'));
    await writeFile(join(folder, 'binary.txt'), Buffer.from([0, 1, 2, 255, 10]));
    await writeFile(join(folder, 'textless.jsonl'), '{"id":"a","text":"Good."}\n{"id":"b"}\n');
    await writeFile(join(folder, 'broken.jsonl.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    const { code, err } = await run(['build', ...paths, '--out', 'library']);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(await readdir(folder)).not.toContain('library');
  });

  it('passes over and counts what is broken when told to keep going', async () => {
    await writeFile(
      join(folder, 'a.jsonl'),
      `{"id":"a","text":"${abstract}"}\n{"id":"b"}\nnonsense\n`,
    );
    const { code, out } = await run(['build', 'a.jsonl', '--keep-going', '--json']);
    const report = JSON.parse(out);
    expect([code, report.papers]).toEqual([0, 1]);
    expect(
      report.diagnostics.map(({ kind, line }: { kind: string; line: number }) => [kind, line]),
    ).toEqual([
      ['broken', 2],
      ['broken', 3],
    ]);
  });

  it('says what is in the way of its folder', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, err } = await run(['build', '-', '--out', 'file'], `Abstract: ${abstract}\n`);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('lock.json cannot be written: a part of its path is a file'),
    ]);
  });

  it('may have its library among its papers', async () => {
    await writeFile(join(folder, 'a.txt'), `Abstract: ${abstract}\n`);
    await run(['build', '.']);
    const { code, out } = await run(['build', '.']);
    expect([code, out]).toEqual([0, expect.stringContaining('1 known already')]);
  });

  it('can be stopped while it waits for its input', async () => {
    const child = start(['build', '-']);
    // Long enough for a slow machine to start it: before that, the signal ends it without a code.
    setTimeout(() => child.kill('SIGINT'), 5000);
    const [code] = await once(child, 'close');
    expect(code).toBe(130);
  });
});

describe('sotagraph extract and merge', () => {
  it('stand in a pipe and give the library that build gives', async () => {
    const lines = await run(['extract', '-', '--quiet'], `Abstract: ${abstract}\n`);
    expect([lines.code, lines.err]).toEqual([0, '']);
    const facts = extraction.parse(JSON.parse(lines.out));
    expect(facts.entities.map(({ name }) => name)).toContain('SimSD');
    await run(['merge', '-', '--out', 'merged'], lines.out);
    await run(['build', '-', '--out', 'built'], `Abstract: ${abstract}\n`);
    expect(await digest('merged')).toEqual(await digest('built'));
  });

  it('reads in WebAssembly where the native runtime is not to be had', async () => {
    const env = { SOTAGRAPH_RUNTIME: 'onnxruntime-web' };
    const { code, out, err } = await run(['extract', '-'], `Abstract: ${abstract}\n`, env);
    expect([code, err.includes('onnxruntime-web')]).toEqual([0, true]);
    expect(extraction.parse(JSON.parse(out)).results.map(({ value }) => value)).toEqual([31.6]);
  });

  it('reads a text that is longer than the window of the model', async () => {
    const long = Array.from(
      { length: 40 },
      (_, i) => `Study ${i} says little of anything at all.`,
    ).join(' ');
    const { out } = await run(
      ['extract', '-', '--quiet'],
      `Abstract: ${long.repeat(3)} ${abstract}\n`,
    );
    const { document, entities } = extraction.parse(JSON.parse(out));
    const simsd = entities.find(({ name }) => name === 'SimSD');
    expect(simsd?.mentions[0]?.start).toBe(document.text.indexOf('SimSD'));
  });

  it('refuses a line that says what is not in its text', async () => {
    const { out } = await run(['extract', '-', '--quiet'], `Abstract: ${abstract}\n`);
    const { code, err } = await run(
      ['merge', '-'],
      out.replace('"hash":"', '"hash":"0').replace(/(?<="hash":"0[0-9a-f]{63})./, ''),
    );
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('its hash is not that of its document'),
    ]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a line that is no extraction', async () => {
    const { code, err } = await run(['merge', '-', '--out', 'merged'], '{"schema":1}\n');
    expect(code).toBe(1);
    expect(err).toContain('standard input:1: field "id" is missing');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('sotagraph export', () => {
  it('leaves nothing behind where it cannot write', async () => {
    await run(['build', '-', '--out', 'library', '--quiet'], `Abstract: ${abstract}\n`);
    await mkdir(join(folder, 'graph.json'));
    const { code, err } = await run(['export', '--format', 'json', '--out', 'graph.json']);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('graph.json cannot be written: it is a folder'),
    ]);
    expect((await readdir(folder)).sort()).toEqual(['graph.json', 'library']);
  });

  it('writes JSON and edges', async () => {
    await run(['build', '-', '--out', 'library', '--quiet'], `Abstract: ${abstract}\n`);
    const edges = await run(['export', 'library', '--format', 'edges']);
    expect(edges.out.split('\n')[0]).toBe('source,target,type,papers');
    await run(['export', '--format', 'json', '--out', 'graph.json']);
    const graph = JSON.parse(await readFile(join(folder, 'graph.json'), 'utf8'));
    expect(graph.options).toEqual({ type: 'directed', multi: true, allowSelfLoops: true });
    expect((await readdir(folder)).sort()).toEqual(['graph.json', 'library']);
  });

  it('writes what Neo4j reads: a script, and a folder for the importer', async () => {
    await run(['build', '-', '--out', 'library', '--quiet'], `Abstract: ${abstract}\n`);
    const script = await run(['export', '--format', 'cypher', '--name', 'mine']);
    expect(script.out).toContain("MERGE (n:Sotagraph {library: 'mine', key: key})");
    await run(['export', '--format', 'neo4j-csv', '--out', 'import']);
    expect(await readdir(join(folder, 'import'))).toContain('claims.csv');
    const nowhere = await run(['export', '--format', 'neo4j-csv']);
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringMatching(/folder with --out/)]);
  });
});

describe('sotagraph identity, correct, decisions and remove', () => {
  it('decides, shows, takes back and removes', async () => {
    const input = `Abstract: ${abstract}\nAbstract: EAGLE-3 is evaluated on MATH-500. SimSD is not.\n`;
    await run(['build', '-', '--out', 'library', '--quiet'], input);
    const before = await digest('library');
    const dry = await run(['identity', 'rename', 'simsd', 'SimSD-X', '--dry-run']);
    expect([dry.code, dry.out]).toEqual([
      0,
      expect.stringContaining('This would change (+ added, - removed, ~ changed):\n+ '),
    ]);
    expect(await digest('library')).toEqual(before);
    const renamed = await run(['identity', 'rename', 'simsd', 'SimSD-X', '--by', 'ada']);
    expect(renamed.out).toContain('+ simsdx\n');
    const log = await run(['decisions', 'log']);
    expect(log.out).toMatch(
      /^1 {2}k[0-9a-f]{10} {2}\d{4}-\d\d-\d\d ada: rename "SimSD" \([^)]+\), SimSD-X\n$/,
    );
    expect((await run(['correct', 'type', 'simsdx', 'Model'])).code).toBe(0);
    // One decision for each paper that names it.
    const made = (await run(['decisions', 'log'])).out.matchAll(/^\d+ {2}(k\w+)/gm);
    const ids = Array.from(made, ([, id = '']) => id);
    expect((await run(['decisions', 'undo', ...ids])).code).toBe(0);
    expect(await digest('library')).toEqual(before);
    const [line = ''] = (await readFile(join(folder, 'library', 'facts.jsonl'), 'utf8')).split(
      '\n',
    );
    const { id } = extraction.parse(JSON.parse(line));
    expect((await run(['remove', id])).out).toContain(`- paper:${id}\n`);
    expect((await run(['identity', 'candidates'])).code).toBe(0);
    const [other = ''] = (await readFile(join(folder, 'library', 'facts.jsonl'), 'utf8')).split(
      '\n',
    );
    const { document } = extraction.parse(JSON.parse(other));
    await writeFile(join(folder, 'other.jsonl'), JSON.stringify({ ...document, id: 'other' }));
    const pruned = await run(['build', 'other.jsonl', '--prune', '--json']);
    expect(JSON.parse(pruned.out)).toMatchObject({ papers: 1, read: 1, reused: 0, removed: 1 });
    const unknown = await run(['remove', 'nobody']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no paper "nobody"')]);
  });
});

describe('sotagraph', () => {
  it('says its version and what reads here', async () => {
    expect((await run(['--version'])).out).toMatch(
      /^sotagraph \d+\.\d+\.\d+ \(extractor \d+\+[0-9a-f]{12}, onnxruntime-(node|web) \d/,
    );
  });

  it.each([
    [['bild'], /unknown command 'bild'/],
    [['build'], /missing required argument 'paths'/],
    [['build', 'x', '--threads', 'many'], /whole number/],
    [['build', 'x', '--out', ''], /It is empty, and a name or a path is expected/],
    [['identity', 'rename', 'simsd', ''], /It is empty, and a name or a path is expected/],
    [['query', 'RETURN 1'], /give the library first, then the query/],
    [['export', '--format', 'xml'], /Allowed choices are json, nodes, edges, /],
    [['correct', 'value', 'result:a#1', 'many'], /Expected a number/],
    [['correct', 'add', 'relation', 'a'], /required option '--words <words>'/],
  ])('ends with 2 for %j', async (args, message) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('says where there is no library', async () => {
    const { code, err } = await run(['explore', 'nowhere', '--no-open']);
    expect([code, err]).toEqual([1, expect.stringContaining('nowhere: there is no library here')]);
  });

  it('gives every command an example', async () => {
    for (const command of [
      'build',
      'explore',
      'export',
      'query',
      'push',
      'extract',
      'merge',
      'evaluate',
      'identity',
    ]) {
      expect((await run([command, '--help'])).out).toMatch(/Examples?:\n {2}\$ /);
    }
  });
});
