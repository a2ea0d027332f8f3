import fc from 'fast-check';
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

describe('a library', () => {
  it('gives, after any adding, changing and removing, the bytes of a build from scratch', async () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        id,
        words: fc.constantFrom('EAGLE', 'LoRA and GRPO', 'EAGLE and Math'),
      }),
      fc.record({ kind: fc.constant('remove' as const), id }),
      fc.record({ kind: fc.constant('prune' as const), id }),
      fc.record({ kind: fc.constant('decide' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        await using lived = await temporaryFolder();
        await using fresh = await temporaryFolder();
        await build(lived.path, []);
        const documents = new Map<string, Document>();
        let decisions: Decision[] = [];
        for (const step of steps) {
          if (step.kind === 'add') {
            const document = documentOf(step.id, step.words);
            documents.set(step.id, document);
            await build(lived.path, [document]);
          } else if (step.kind === 'remove') {
            documents.delete(step.id);
            await remove(lived.path, step.id);
          } else if (step.kind === 'prune') {
            documents.delete(step.id);
            await build(lived.path, [...documents.values()], true);
          } else {
            decisions = [...decisions, different];
            await decide(lived.path, different);
          }
        }
        await build(fresh.path, [...documents.values()]);
        await amendLibrary(fresh.path, ({ facts }) => ({ facts, decisions }));
        expect(await contentsOf(lived.path)).toEqual(await contentsOf(fresh.path));
      }),
      { numRuns: 100 },
    );
  });
});
