import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extraction } from '../../graph/schema.ts';
import type { CommandIo } from '../../src/commands/command-io.ts';
import { correctCommand } from '../../src/commands/correct.ts';
import { decisionsCommand } from '../../src/commands/decisions.ts';
import { identityCommand } from '../../src/commands/identity.ts';
import { mergeCommand } from '../../src/commands/merge.ts';
import { removeCommand } from '../../src/commands/remove.ts';
import { documentHash } from '../../src/library/document-hash.ts';
import { writeLibrary } from '../../src/library/write-library.ts';
import { find, paper } from '../graph/paper.ts';
import { statesOf, temporaryFolder } from '../library/folder.ts';
import { runCommand } from './run-command.ts';

const FIRST = 'SimSD outperforms EAGLE-3 by 31.6 points, and Medusa is slower.';
const PAPERS = [
  paper('a', {
    text: FIRST,
    entities: [
      ['SimSD', 'Method'],
      ['EAGLE-3', 'Method'],
      ['Medusa', 'Method'],
    ],
    relations: [['SimSD', 'OUTPERFORMS', 'EAGLE-3']],
    results: [{ number: find(FIRST, '31.6'), subject: 'SimSD' }],
  }),
  paper('b', { text: 'We use SimSD, which is 3x faster.', entities: [['SimSD', 'Method']] }),
  paper('c', {
    text: 'Group Policy (GP) wins 2 of 2.',
    entities: [['GP', 'Method', 'Group Policy']],
  }),
];
// As they are read from a file, with the hashes that files bear.
const FACTS = PAPERS.map((facts) =>
  extraction.parse({ ...facts, hash: documentHash(facts.document) }),
);

type Make = (io: CommandIo) => Command;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
  await writeLibrary(folder.path, FACTS);
});
afterEach(() => folder[Symbol.asyncDispose]());

/** What a command prints as JSON. */
async function report(make: Make, ...args: string[]) {
  const flags = ['--library', folder.path, '--json'];
  const { stdout, stderr } = await runCommand(make, [...args, ...flags]);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const changes = { library: expect.any(String), dryRun: false, problems: [] };

describe('a command that changes a library, with --json', () => {
  it.each<readonly [Make, string[], object]>([
    [
      identityCommand,
      ['same', 'simsd', 'Medusa'],
      {
        added: [],
        removed: ['medusa', 'paper:a MENTIONS medusa a'],
        changed: ['paper:a MENTIONS simsd a', 'simsd'],
      },
    ],
    [
      identityCommand,
      ['different', 'simsd@a', 'simsd@b'],
      {
        added: ['paper:b MENTIONS simsd@b b', 'simsd@b'],
        removed: ['paper:b MENTIONS simsd b'],
        changed: ['simsd'],
      },
    ],
    [
      identityCommand,
      ['split', 'GP', 'group policy'],
      {
        added: ['grouppolicy', 'paper:c MENTIONS grouppolicy c'],
        removed: [],
        changed: ['gp', 'paper:c MENTIONS gp c'],
      },
    ],
    [
      identityCommand,
      ['rename', 'medusa', 'Medusa-1'],
      {
        added: ['medusa1', 'paper:a MENTIONS medusa1 a'],
        removed: ['medusa', 'paper:a MENTIONS medusa a'],
        changed: [],
      },
    ],
    [
      correctCommand,
      ['drop', 'simsd OUTPERFORMS eagle3 a'],
      { added: [], removed: ['simsd OUTPERFORMS eagle3 a'], changed: [] },
    ],
    [correctCommand, ['type', 'medusa', 'Model'], { added: [], removed: [], changed: ['medusa'] }],
    [
      correctCommand,
      ['value', 'result:a#29', '32', '--unit', 'points'],
      { added: [], removed: [], changed: expect.arrayContaining(['result:a#29']) },
    ],
    [
      correctCommand,
      ['add', 'relation', 'a', 'SimSD', 'OUTPERFORMS', 'Medusa', '--words', 'Medusa is slower'],
      { added: ['simsd OUTPERFORMS medusa a'], removed: [], changed: [] },
    ],
    [
      correctCommand,
      ['add', 'number', 'b', '3', '--unit', 'x', '--words', '3x faster', '--subject', 'SimSD'],
      {
        added: ['result:b#23', 'result:b#23 OF simsd b', 'result:b#23 REPORTED_IN paper:b b'],
        removed: [],
        changed: [],
      },
    ],
    [
      removeCommand,
      ['b'],
      { added: [], removed: ['paper:b', 'paper:b MENTIONS simsd b'], changed: ['simsd'] },
    ],
  ])('%o %j tells the keys of what is another now', async (make, args, expected) => {
    expect(await report(make, ...args)).toEqual({ ...changes, ...expected });
  });

  it('anchors a number that is added where it stands by itself, once', async () => {
    const add = (paper: string, number: string, words: string) =>
      report(
        correctCommand,
        'add',
        'number',
        paper,
        number,
        '--words',
        words,
        '--subject',
        'SimSD',
      );
    const words = 'outperforms EAGLE-3 by 31.6 points';
    await expect(add('a', '1.6', words)).rejects.toThrow('"1.6" does not stand in "outperforms');
    await expect(add('a', '31', words)).rejects.toThrow('"31" does not stand in');
    await expect(add('c', '2', 'wins 2 of 2')).rejects.toThrow('"2" stands more than once in');
    expect((await add('a', '3', words)).added).toContain('result:a#24');
  });

  it('tells what taking a decision back changes', async () => {
    const { removed: gone } = await report(identityCommand, 'rename', 'medusa', 'Medusa-1');
    const { decisions } = await report(decisionsCommand, 'log');
    const [{ id }] = decisions;
    expect(await report(decisionsCommand, 'undo', id)).toMatchObject({ added: gone });
  });

  it('drops all that a number is said of by the key of any of it, and takes that back', async () => {
    const text = 'SimSD has an accuracy and F1 of 97.8.';
    const facts = paper('d', {
      text,
      entities: [
        ['SimSD', 'Method'],
        ['accuracy', 'Metric'],
        ['F1', 'Metric'],
      ],
      results: ['accuracy', 'F1'].map((metric) => ({ number: find(text, '97.8'), metric })),
    });
    await writeLibrary(folder.path, [...FACTS, facts]);
    const results = (keys: readonly string[]) => keys.filter((key) => /^result:\S+$/.test(key));
    const gone = await report(correctCommand, 'drop', 'result:d#32.2');
    expect(results(gone.removed)).toEqual(['result:d#32', 'result:d#32.2']);
    const { decisions } = await report(decisionsCommand, 'log');
    const back = await report(decisionsCommand, 'undo', decisions[0].id);
    expect(results(back.added)).toEqual(['result:d#32', 'result:d#32.2']);
    const right = await report(correctCommand, 'value', 'result:d#32.2', '98');
    expect(results(right.changed)).toEqual(['result:d#32', 'result:d#32.2']);
  });

  it('tells of decisions that have no effect, with their lines', async () => {
    await report(correctCommand, 'type', 'medusa', 'Model');
    await report(identityCommand, 'rename', 'simsd@b', 'Sim');
    const { problems } = await report(removeCommand, 'b');
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining('paper b') }]);
  });

  it('writes nothing with --dry-run, and tells the same', async () => {
    const before = await statesOf(folder.path);
    const planned = await report(identityCommand, 'same', 'simsd', 'medusa', '--dry-run');
    expect(await statesOf(folder.path)).toEqual(before);
    const done = await report(identityCommand, 'same', 'simsd', 'medusa');
    expect(planned).toEqual({ ...done, dryRun: true });
  });
});

describe('where nothing changes', () => {
  const untouched = async (act: () => Promise<unknown>) => {
    const before = await statesOf(folder.path);
    await act();
    expect(await statesOf(folder.path)).toEqual(before);
  };

  it('merge writes nothing', async () => {
    await using other = await temporaryFolder();
    const lines = join(other.path, 'facts.jsonl');
    await writeFile(lines, await readFile(join(folder.path, 'facts.jsonl'), 'utf8'));
    await untouched(async () => {
      const flags = [lines, '--out', folder.path, '--json'];
      const { stdout } = await runCommand(mergeCommand, flags);
      expect(JSON.parse(stdout)).toMatchObject({ lines: 3, papers: 3, added: 0, nodes: 8 });
    });
  });

  it('decisions that are known already are not written again', async () => {
    await report(identityCommand, 'rename', 'medusa', 'Medusa-1');
    const known = join(folder.path, 'decisions.jsonl');
    await untouched(async () => {
      expect(await report(decisionsCommand, 'import', known)).toMatchObject({ added: [] });
    });
  });
});
