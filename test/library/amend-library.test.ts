import { describe, expect, it } from 'vitest';
import type { Decision, Document } from '../../graph/schema.ts';
import { amendLibrary } from '../../src/library/amend-library.ts';
import { buildLibrary } from '../../src/library/build-library.ts';
import { contentsOf, temporaryFolder } from './folder.ts';
import { corpusOf, extractReady } from './ready-papers.ts';

const build = (folder: string, documents: readonly Document[], prune = false) =>
  buildLibrary(corpusOf(documents), { folder, extractor: '1+test', extract: extractReady, prune });

const remove = (folder: string, id: string) =>
  amendLibrary(folder, ({ facts, decisions }) => ({
    facts: facts.filter((paper) => paper.id !== id),
    decisions,
  }));

const decide = (folder: string, decision: Decision) =>
  amendLibrary(folder, ({ facts, decisions }) => ({ facts, decisions: [...decisions, decision] }));

const documentOf = (id: string, words: string): Document => ({ id, text: `SimSD and ${words}.` });
const different: Decision = {
  schema: 1,
  at: '2026-01-01T00:00:00Z',
  author: 'ada',
  kind: 'different',
  a: { paper: 'a', field: 'text', start: 0, end: 5, words: 'SimSD' },
  b: { paper: 'b', field: 'text', start: 0, end: 5, words: 'SimSD' },
};

describe('amendLibrary(folder, amend)', () => {
  it('tells what changes and keeps decisions over a build', async () => {
    await using folder = await temporaryFolder();
    const documents = [documentOf('a', 'EAGLE'), documentOf('b', 'LoRA')];
    await build(folder.path, documents);
    const { difference, problems } = await decide(folder.path, different);
    expect(difference.added).toEqual(['paper:b MENTIONS simsd@b b', 'simsd@b']);
    expect(problems).toEqual([]);
    const { graph } = await build(folder.path, [...documents, documentOf('c', 'GRPO')]);
    expect(graph.hasNode('simsd@b')).toBe(true);
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
    expect([again.problems, again.graph.hasNode('simsd@b')]).toEqual([[], true]);
  });

  it('says where there is no library', async () => {
    await using folder = await temporaryFolder();
    await expect(remove(folder.path, 'a')).rejects.toThrow('there is no library here');
  });
});
