import type { Decision, Document } from '../../graph/schema.ts';
import { amendLibrary } from '../../src/library/amend-library.ts';
import { buildLibrary } from '../../src/library/build-library.ts';
import { corpusOf, extractReady } from './ready-papers.ts';

/** Builds documents that name methods alone. */
export const build = (folder: string, documents: readonly Document[], prune = false) =>
  buildLibrary(corpusOf(documents), { folder, extractor: '1+test', extract: extractReady, prune });

export const remove = (folder: string, id: string) =>
  amendLibrary(folder, ({ facts, decisions }) => ({
    facts: facts.filter((paper) => paper.id !== id),
    decisions,
  }));

export const decide = (folder: string, decision: Decision) =>
  amendLibrary(folder, ({ facts, decisions }) => ({ facts, decisions: [...decisions, decision] }));

export const documentOf = (id: string, words: string): Document => ({
  id,
  text: `SimSD and ${words}.`,
});
/** That SimSD of paper a is not SimSD of paper b. */
export const different: Decision = {
  schema: 1,
  at: '2026-01-01T00:00:00Z',
  author: 'ada',
  kind: 'different',
  a: { paper: 'a', field: 'text', start: 0, end: 5, words: 'SimSD' },
  b: { paper: 'b', field: 'text', start: 0, end: 5, words: 'SimSD' },
};
