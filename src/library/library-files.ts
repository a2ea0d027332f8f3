import { join } from 'node:path';

/** The folder of a library where none is named. */
export const DEFAULT_LIBRARY = 'library';

const NAMES = {
  /** The truth: a line a paper, the document with all that was read in it. */
  facts: 'facts.jsonl',
  /** The truth as well: a line a decision of a person. */
  decisions: 'decisions.jsonl',
  /** Where each line of the facts stands. */
  index: 'index.json',
  /** Derived from both. */
  nodes: 'nodes.jsonl',
  edges: 'edges.jsonl',
  merges: 'merges.jsonl',
  layout: 'layout.json',
  /** From which facts, and by which version, the derived files were made. */
  manifest: 'library.json',
  /** Papers read by a build that has not ended yet. */
  journal: 'journal.jsonl',
  /** Who is writing. */
  lock: 'lock.json',
} as const;

export type LibraryFiles = Readonly<Record<keyof typeof NAMES, string>>;

/** The paths of a library's files. */
export function libraryFiles(folder: string): LibraryFiles {
  const entries = Object.entries(NAMES).map(([file, name]) => [file, join(folder, name)]);
  return Object.fromEntries(entries) as LibraryFiles; // one entry for each name
}

/**
 * Which of the names in a folder are a library's own files: all that could be, where one shows that it is a library.
 * A library may lie among the papers that it is made of.
 */
export function findLibraryFiles(names: readonly string[]): ReadonlySet<string> {
  const marks: readonly string[] = [NAMES.manifest, NAMES.journal, NAMES.lock];
  const isLibrary = names.some((name) => marks.includes(name));
  return new Set(isLibrary ? Object.values(NAMES) : []);
}
