import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeCommand } from '../../src/commands/merge.ts';
import { exists } from '../../src/library/exists.ts';
import { temporaryFolder } from '../library/folder.ts';
import { readReady } from '../library/ready-papers.ts';
import { runCommand } from './run-command.ts';

describe('sotagraph merge', () => {
  it('refuses input without a line, whatever else there is, and makes no library', async () => {
    await using folder = await temporaryFolder();
    const [part, empty, library] = ['part.jsonl', 'empty.jsonl', 'library'].map((name) =>
      join(folder.path, name),
    ) as [string, string, string]; // one path for each name
    await writeFile(part, `${JSON.stringify(readReady({ id: 'a', text: 'SimSD wins.' }))}\n`);
    await writeFile(empty, '\n');
    const merge = (...paths: string[]) => runCommand(mergeCommand, [...paths, '--out', library]);
    const message = 'nothing in it: expected lines of facts, as `extract` prints them';
    await expect(merge(part, empty)).rejects.toMatchObject({ message, path: empty });
    await expect(merge('-')).rejects.toMatchObject({ message, path: 'standard input' });
    expect(await exists(library)).toBe(false);
    expect((await merge(part)).stdout).toMatch(/^1 lines merged into /);
  });
});
