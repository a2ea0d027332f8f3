import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsCommand } from '../../src/commands/claims.ts';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { conflictsCommand } from '../../src/commands/conflicts.ts';
import { diffCommand } from '../../src/commands/diff.ts';
import { leaderboardCommand } from '../../src/commands/leaderboard.ts';
import { matrixCommand } from '../../src/commands/matrix.ts';
import { similarCommand } from '../../src/commands/similar.ts';
import { statsCommand } from '../../src/commands/stats.ts';
import { timelineCommand } from '../../src/commands/timeline.ts';
import { writeLibrary } from '../../src/library/write-library.ts';
import { page, saidOf, scored } from '../graph/analysis/literature.ts';
import { temporaryFolder } from '../library/folder.ts';
import { runCommand } from './run-command.ts';

const FIRST = [
  scored('2601.00001', 'Alpha', '81.5', {
    date: '2026-01-05',
    url: 'https://arxiv.org/abs/2601.00001',
    relations: [['Paper', 'PROPOSES', 'Alpha']],
  }),
  scored('2602.00002', 'Beta', '79', { date: '2026-02-05' }),
];
const LATER = [
  ...FIRST,
  scored('2603.00003', 'Alpha', '70', { date: '2026-03-05' }),
  scored('2603.00004', 'Gamma', '90', { date: '2026-03-06' }),
  page('2603.00005', {
    text: 'Beta outperforms Alpha, and runs on MATH and OSWorld, by WER.',
    date: '2026-03-07',
    relations: [
      ['Beta', 'OUTPERFORMS', 'Alpha'],
      ['Beta', 'EVALUATED_ON', 'OSWorld'],
    ],
  }),
];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let [old, library] = ['', ''];
beforeAll(async () => {
  folder = await temporaryFolder();
  [old, library] = [join(folder.path, 'old'), join(folder.path, 'new')];
  for (const [path, papers] of [
    [old, FIRST],
    [library, LATER],
  ] as const) {
    await mkdir(path);
    await writeLibrary(path, papers);
  }
});
afterAll(() => folder[Symbol.asyncDispose]());

const run = (make: (io: CommandIo) => Command, ...args: string[]) =>
  runCommand(make, [...args, '--library', library]);

describe('sotagraph leaderboard', () => {
  it('ranks what is reported on a benchmark, with the sentences if asked', async () => {
    const { stdout } = await run(leaderboardCommand, 'math', '--evidence');
    expect(stdout).toBe(`MATH, accuracy in %: higher is better (ISO 5725-1:2023)

#  method   value  reported by                   paper       date        note
─  ──────  ──────  ────────────────────────────  ──────────  ──────────  ────────────────────────────
1  Gamma     90 %  the only paper that names it  2603.00004  2026-03-06
    Gamma reaches 90 accuracy on MATH. (2603.00004)
2  Alpha   81.5 %  its own paper                 2601.00001  2026-01-05
    Alpha reaches 81.5 accuracy on MATH. (2601.00001)
3  Beta      79 %  another paper                 2602.00002  2026-02-05
    Beta reaches 79 accuracy on MATH. (2602.00002)
   Alpha     70 %  another paper                 2603.00003  2026-03-05  another paper says otherwise
    Alpha reaches 70 accuracy on MATH. (2603.00003)
`);
  });

  it('shows the sentence of a number that is said against two others once', async () => {
    const path = join(folder.path, 'shared');
    await mkdir(path);
    const text = 'Alpha reaches 12% accuracy on MATH against Beta and Gamma.';
    const about = { subject: 'Alpha', metric: 'accuracy', benchmark: 'MATH' };
    const against = ['Beta', 'Gamma'].map((baseline) => ({ ...about, baseline }));
    const shared = page('1', { text, numbers: saidOf('12', ...against) });
    await writeLibrary(path, [shared, scored('2', 'Beta', '9')]);
    const flags = ['MATH', '--evidence', '--library', path];
    const { stdout } = await runCommand(leaderboardCommand, flags);
    expect(stdout).toContain('Beta, Gamma');
    expect(stdout.split(text)).toHaveLength(2);
  });

  it('lists the benchmarks without one', async () => {
    const { stdout } = await run(leaderboardCommand);
    expect(stdout).toMatch(/^MATH +4 +4 +3 +3 +Gamma +90 % +accuracy$/m);
  });

  it('prints CSV, JSON with sentences, Markdown with links, and LaTeX', async () => {
    const csv = (await run(leaderboardCommand, 'MATH', '-f', 'csv')).stdout.split('\n');
    expect(csv[1]).toMatch(/^MATH,accuracy,absolute,%,higher,1,ranked,Gamma,90,/);
    const [board] = JSON.parse((await run(leaderboardCommand, 'MATH', '-f', 'json')).stdout);
    expect(board.rows[0].reports[0].sentence).toBe('Gamma reaches 90 accuracy on MATH.');
    const markdown = (await run(leaderboardCommand, 'MATH', '-f', 'markdown')).stdout;
    expect(markdown).toContain('| [2601.00001](<https://arxiv.org/abs/2601.00001>) |');
    const latex = (await run(leaderboardCommand, 'MATH', '-f', 'latex')).stdout;
    expect(latex).toContain('1 & Gamma & 90 \\% & the only paper that names it & 2603.00004');
  });

  it.each([
    ['Mth', /there is no node "Mth"; the nearest are "MATH"/],
    ['Alpha', /"Alpha" is a Method, where a Benchmark or Dataset is expected/],
  ])('refuses %s and says what is expected', async (name, message) => {
    await expect(run(leaderboardCommand, name)).rejects.toThrow(message);
  });

  it('says where nothing is reported', async () => {
    const { stdout, stderr } = await run(leaderboardCommand, 'OSWorld');
    expect([stdout, stderr]).toEqual(['', expect.stringContaining('No number on OSWorld here')]);
  });

  it.each([
    [['MATH', '--metric', 'WER'], 'No number on MATH in WER here'],
    [['OSWorld', '--since', '2026'], 'No number on OSWorld here with --since 2026'],
  ])('says of %j what was asked for, and that there may be more', async (args, message) => {
    const { stderr } = await run(leaderboardCommand, ...args);
    expect(stderr).toBe(`${message}; ask about ${args[0]} alone for all that there are.\n`);
  });

  it('writes a file whole', async () => {
    const path = join(folder.path, 'board.md');
    await run(leaderboardCommand, 'MATH', '-f', 'markdown', '--out', path);
    expect(await readFile(path, 'utf8')).toMatch(/^### MATH, accuracy in %/);
  });
});

describe('sotagraph conflicts', () => {
  it('shows values side by side with both sentences and the likely reason', async () => {
    const { stdout } = await run(conflictsCommand);
    expect(stdout).toContain('Alpha on MATH, accuracy: 11.5 points apart');
    expect(stdout).toContain('Alpha reaches 81.5 accuracy on MATH. (2601.00001)');
    expect(stdout).toContain('Alpha reaches 70 accuracy on MATH. (2603.00003)');
    expect(stdout).toContain('Perhaps who tested it: its own paper (81.5 %); another paper (70 %)');
  });

  it('says where there are none', async () => {
    const { stderr } = await runCommand(conflictsCommand, ['--library', old]);
    expect(stderr).toBe('No two papers here disagree on a number or on which of two is better.\n');
  });

  it.each([
    [['--benchmark', 'OSWorld'], 'a number on OSWorld'],
    [['--method', 'Beta'], 'a number of Beta or on whether it is better than another'],
    [['--method', 'Beta', '--benchmark', 'MATH'], 'a number of Beta on MATH'],
    [['--until', '2026-02'], 'a number or on which of two is better with --until 2026-02'],
  ])('says for %j where there are none', async (args, where) => {
    const { stderr } = await run(conflictsCommand, ...args);
    expect(stderr).toBe(`No two papers here disagree on ${where}.\n`);
  });
});

describe('sotagraph matrix', () => {
  it('shows best values, and says what an empty cell means', async () => {
    const { stdout } = await run(matrixCommand, '--rows', 'method');
    expect(stdout).toMatch(/^Beta +79 % +•$/m);
    expect(stdout).toContain('An empty cell means that no abstract here says so');
  });

  it('lists open experiments', async () => {
    const { stdout } = await run(matrixCommand, '--open');
    expect(stdout).toMatch(/^Alpha +OSWorld +1 +Beta +MATH +2603\.00005$/m);
  });

  it('draws', async () => {
    const { stdout } = await run(matrixCommand, '--format', 'svg', '--max-rows', '2');
    expect(stdout).toMatch(/^<svg /);
  });

  it('refuses types that there are not', async () => {
    await expect(run(matrixCommand, '--rows', 'Papers')).rejects.toThrow(/"Papers" is none of/);
  });
});

describe('sotagraph similar', () => {
  it('says what two things share', async () => {
    const { stdout } = await run(similarCommand, 'Alpha');
    expect(stdout).toMatch(/^Beta +Method +2 +0\.72 +tested on MATH$/m);
  });

  it('refuses a paper', async () => {
    await expect(run(similarCommand, '2601.00001')).rejects.toThrow(/papers and results are like/);
  });
});

describe('sotagraph claims', () => {
  it('says who says so, and who of them is another paper', async () => {
    const { stdout } = await run(claimsCommand, 'Beta', 'Alpha');
    expect(stdout).toMatch(/^Beta wins +another paper +2603\.00005 +2026-03-07$/m);
    expect(stdout).toContain("Papers other than the winner's own: 1 for Beta, 0 for Alpha.");
    expect(stdout).toMatch(/^MATH +accuracy +79 % +81\.5 % +higher is better/m);
  });

  it('refuses one thing twice', async () => {
    await expect(run(claimsCommand, 'Beta', 'beta')).rejects.toThrow(/are one thing; name two/);
  });
});

describe('sotagraph stats', () => {
  it('counts, and finds the words of every claim', async () => {
    const { stdout } = await run(statsCommand);
    expect(stdout).toMatch(/^papers +5 +2026-01-05 to 2026-03-07$/m);
    expect(stdout).toMatch(/^claims that show their words +\d+ +100 %$/m);
  });
});

describe('sotagraph timeline', () => {
  it('counts by month', async () => {
    const { stdout } = await run(timelineCommand, '--format', 'csv');
    expect(stdout.split('\n').map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'month,papers,numbers',
      '2026-01,1,1',
      '2026-02,1,1',
      '2026-03,3,2',
      '',
    ]);
  });
});

describe('sotagraph diff', () => {
  it('says what changed', async () => {
    const { stdout } = await runCommand(diffCommand, [old, library]);
    expect(stdout).toContain('New papers: 3');
    expect(stdout).toMatch(/^MATH +accuracy +81\.5 % +Alpha +90 % +Gamma +2603\.00004$/m);
    const same = await runCommand(diffCommand, [old, old]);
    expect(same.stdout).toBe('Nothing has changed.\n');
  });
});
