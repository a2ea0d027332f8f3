import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../src/commands/export.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/commands/export-formats.ts';
import { buildLibrary } from '../../src/library/build-library.ts';
import { contentsOf, temporaryFolder } from '../library/folder.ts';
import { corpusOf, extractReady } from '../library/ready-papers.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let library: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  library = join(folder.path, 'library');
  const papers = [
    { id: 'one', text: 'SimSD beats EAGLE.', date: '2026-01-05' },
    { id: 'two', text: 'SimSD again.', date: '2026-03-01' },
  ];
  const options = { folder: library, extractor: '1+test', extract: extractReady };
  await buildLibrary(corpusOf(papers), options);
});
afterAll(() => folder[Symbol.asyncDispose]());

interface Ran {
  readonly out: string;
  readonly err: string;
}

async function run(...args: string[]): Promise<Ran> {
  const chunks = { out: '', err: '' };
  const into = (name: keyof Ran) =>
    new Writable({
      write(chunk, _, done) {
        chunks[name] += chunk;
        done();
      },
    });
  const command = exportCommand({
    stdin: new PassThrough(),
    stdout: into('out'),
    stderr: into('err'),
    signal: new AbortController().signal,
    quiet: () => false,
  });
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync([library, ...args], { from: 'user' });
  return chunks;
}

const formats = Object.entries<ExportFormat>(EXPORT_FORMATS);
const isFolder = ([, format]: (typeof formats)[number]) => format.toFiles !== undefined;

describe('sotagraph export', () => {
  it.each(formats.filter((format) => !isFolder(format)))(
    'writes %s to standard output as to a file, the same each time',
    async (name) => {
      const path = join(folder.path, name);
      await run('--format', name, '--out', path);
      const { out } = await run('--format', name);
      expect(out.length).toBeGreaterThan(0);
      expect(await readFile(path, 'utf8')).toBe(out);
    },
  );

  it.each(formats.filter(isFolder))('writes %s to a folder, and to nothing else', async (name) => {
    const path = join(folder.path, name);
    await run('--format', name, '--out', path);
    const first = await contentsOf(path);
    await run('--format', name, '--out', path);
    expect(await contentsOf(path)).toEqual(first);
    await expect(run('--format', name)).rejects.toThrow(/name a folder with --out/);
  });

  it('writes the part that is asked for', async () => {
    const { out } = await run('--format', 'edges', '--since', '2026-02');
    expect(out).toBe('source,target,type,papers\npaper:two,simsd,MENTIONS,1\n');
    const projected = await run('--format', 'edges', '--project', 'Paper:Method');
    expect(projected.out).toContain('paper:one,paper:two,SHARES_METHOD,1,0.5,"[""simsd""]"\n');
  });

  it('shows the words of a claim', async () => {
    const { out } = await run('--format', 'edges', '--claims', '--around', 'EAGLE');
    expect(out).toContain('paper:one,eagle,MENTIONS,one,2026-01-05,SimSD beats EAGLE.,text,12,17,');
  });

  it('says where no edge is left', async () => {
    const { out, err } = await run('--format', 'edges', '--types', 'Method');
    expect([out, err]).toEqual([
      'source,target,type,papers\n',
      'No edge joins the 2 nodes that are left.\n',
    ]);
  });

  it.each([
    [['json', '--claims'], /--claims says nothing to --format json; it is for edges, /],
    [['bibtex', '--tsv'], /--tsv says nothing to --format bibtex; it is for nodes, edges/],
    [
      ['edges', '--name', 'x'],
      /--name says nothing to --format edges; it is for cypher, neo4j-csv$/,
    ],
    [['edges', '--claims', '--project', 'Paper:Method'], /give --claims or --project/],
    [['edges', '--project', 'Method'], /a colon and what they share: Method:Benchmark/],
    [['edges', '--project', 'Method:'], /a colon and what they share/],
    [['edges', '--project', 'Method:Ship'], /"Ship" is none of Paper, Method/],
    [['edges', '--project', 'Method:Benchmark'], /asks for Benchmark, and nothing of it is left/],
    [['results', '--min-papers', '2'], /no reported number is left/],
    [['bibtex', '--types', 'Method'], /no paper is left/],
    [['edges', '--around', 'Eagel'], /the nearest are "EAGLE"/],
    [['edges', '--types', 'Task'], /nothing is left: of 4 nodes, --types Task takes 4/],
  ])('refuses %j and says why', async (args, message) => {
    await expect(run('--format', ...args)).rejects.toThrow(message);
  });

  it('writes the file that a link leads to, and leaves the link', async () => {
    const [file, link] = [join(folder.path, 'real.csv'), join(folder.path, 'link.csv')];
    await writeFile(file, 'old');
    await symlink(file, link);
    await run('--format', 'edges', '--out', link);
    const { out } = await run('--format', 'edges');
    expect(await readFile(file, 'utf8')).toBe(out);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('writes into a pipe, and leaves it one', async () => {
    const pipe = join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = readFile(pipe, 'utf8');
    await run('--format', 'edges', '--out', pipe);
    const { out } = await run('--format', 'edges');
    expect(await read).toBe(out);
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  it('leaves what was there, and nothing else, where a folder cannot be written', async () => {
    const path = join(folder.path, 'broken');
    await mkdir(join(path, 'results.parquet'), { recursive: true });
    await writeFile(join(path, 'results.parquet', 'mine'), 'mine');
    await expect(run('--format', 'parquet', '--out', path)).rejects.toThrow(
      /results\.parquet cannot be written: it is a folder; name a file/,
    );
    expect(await readdir(path)).toEqual(['results.parquet']);
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    await expect(run('--format', 'parquet', '--out', file)).rejects.toThrow(/a file is in the way/);
  });
});
