import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Document } from '../../graph/schema.ts';
import { amendLibrary } from '../../src/library/amend-library.ts';
import { contentsOf, temporaryFolder } from './folder.ts';
import { build, decide, different, documentOf, remove } from './sketches.ts';

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
