import { describe, expect, it } from 'vitest';
import { amendLibrary } from '../../src/library/amend-library.ts';
import { readGraph } from '../../src/library/read-library.ts';
import { contentsOf, temporaryFolder } from './folder.ts';
import { build, decide, different, documentOf, remove } from './sketches.ts';

describe('amendLibrary(folder, amend)', () => {
  it('tells what changes and keeps decisions over a build', async () => {
    await using folder = await temporaryFolder();
    const documents = [documentOf('a', 'EAGLE'), documentOf('b', 'LoRA')];
    await build(folder.path, documents);
    const { difference, problems } = await decide(folder.path, different);
    expect(difference.added).toEqual(['paper:b MENTIONS simsd@b b', 'simsd@b']);
    expect(problems).toEqual([]);
    await build(folder.path, [...documents, documentOf('c', 'GRPO')]);
    expect((await readGraph(folder.path)).hasNode('simsd@b')).toBe(true);
  });

  it('writes nothing in a dry run', async () => {
    await using folder = await temporaryFolder();
    await build(folder.path, [documentOf('a', 'EAGLE'), documentOf('b', 'LoRA')]);
    const before = await contentsOf(folder.path);
    const { difference } = await amendLibrary(
      folder.path,
      (truth) => ({ ...truth, facts: truth.facts.slice(1) }),
      { dryRun: true },
    );
    expect(difference.removed).toContain('paper:a');
    expect(await contentsOf(folder.path)).toEqual(before);
  });

  it('reports a decision whose paper has been removed, and keeps it', async () => {
    await using folder = await temporaryFolder();
    await build(folder.path, [documentOf('a', 'EAGLE'), documentOf('b', 'LoRA')]);
    await decide(folder.path, different);
    const { problems } = await remove(folder.path, 'b');
    expect(problems).toEqual([{ line: 1, message: expect.stringContaining('paper b') }]);
    const again = await build(folder.path, [documentOf('b', 'LoRA')]);
    expect(again.problems).toEqual([]);
    expect((await readGraph(folder.path)).hasNode('simsd@b')).toBe(true);
  });

  it('says where there is no library', async () => {
    await using folder = await temporaryFolder();
    await expect(remove(folder.path, 'a')).rejects.toThrow('there is no library here');
  });
});
