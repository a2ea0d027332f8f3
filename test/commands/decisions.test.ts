import { describe, expect, it } from 'vitest';
import { decisionsCommand } from '../../src/commands/decisions.ts';
import { identityCommand } from '../../src/commands/identity.ts';
import { removeCommand } from '../../src/commands/remove.ts';
import { writeLibrary } from '../../src/library/write-library.ts';
import { temporaryFolder } from '../library/folder.ts';
import { readReady } from '../library/ready-papers.ts';
import { runCommand } from './run-command.ts';

describe('sotagraph decisions log', () => {
  it('prints the decisions as JSON, with the lines of those that have no effect', async () => {
    await using folder = await temporaryFolder();
    const papers = [
      { id: 'a', text: 'SimSD wins.' },
      { id: 'b', text: 'SimSD loses, and EAGLE wins.' },
    ];
    await writeLibrary(
      folder.path,
      papers.map((document) => readReady(document)),
    );
    const flags = ['--library', folder.path];
    const log = async () =>
      JSON.parse((await runCommand(decisionsCommand, ['log', ...flags, '--json'])).stdout);
    expect(await log()).toEqual({ library: folder.path, decisions: [], problems: [] });
    const rename = ['rename', 'EAGLE', 'EAGLE-1', '--by', 'ada'];
    await runCommand(identityCommand, [...rename, ...flags]);
    const entity = { paper: 'b', field: 'text', start: 17, end: 22, words: 'EAGLE' };
    const id = expect.stringMatching(/^k[0-9a-f]{10}$/);
    const decision = { line: 1, id, kind: 'rename', author: 'ada', entity, name: 'EAGLE-1' };
    expect(await log()).toMatchObject({ decisions: [decision], problems: [] });
    await runCommand(removeCommand, ['b', ...flags]);
    expect(await log()).toMatchObject({ decisions: [decision], problems: [{ line: 1 }] });
  });
});
