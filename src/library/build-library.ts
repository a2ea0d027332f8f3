import type { Census } from '../../graph/census.ts';
import type { DecisionProblem } from '../../graph/decisions/problem.ts';
import { derive } from '../../graph/derive.ts';
import { InputError } from '../../graph/errors.ts';
import type { Decision, Document, Extraction } from '../../graph/schema.ts';
import { compare, compareEditions, type Replacement, unite } from '../../graph/union.ts';
import type { Diagnostic } from '../corpus/diagnostic.ts';
import type { CorpusItem } from '../corpus/read-file.ts';
import { readDecisions } from './decisions.ts';
import { DISK, type Disk } from './disk.ts';
import { documentHash } from './document-hash.ts';
import { readJournal, removeJournal, startJournal } from './journal.ts';
import { libraryFiles } from './library-files.ts';
import { lock } from './lock.ts';
import { readFacts } from './read-library.ts';
import { sweep } from './sweep.ts';
import { findInStep, writeLibrary } from './write-library.ts';

export interface BuildOptions {
  readonly folder: string;
  /** Version of the extractor: facts of another one are read again. */
  readonly extractor: string;
  /** Reads the documents whose facts are not there yet, in their order. */
  readonly extract: (documents: readonly Document[]) => AsyncIterable<Extraction>;
  /** Removes papers that are not among the documents; refused where these may be in what is broken or gives none. */
  readonly prune?: boolean;
  readonly disk?: Disk;
  /** Told of each paper that has been read, out of so many. */
  readonly progress?: (read: number, total: number) => void;
  /** Ends the build before the next document; what has been read is kept. */
  readonly signal?: AbortSignal;
}

export interface Built {
  readonly facts: readonly Extraction[];
  /** How much the graph holds. */
  readonly census: Census;
  /** Decisions that contradict each other, or whose words have gone. */
  readonly problems: readonly DecisionProblem[];
  /** Papers read now, and papers whose facts were there already. */
  readonly read: number;
  readonly reused: number;
  /** Papers that were in the library and have been removed. */
  readonly removed: number;
  /** Documents that came more than once. */
  readonly repeated: number;
  /** Papers that came with several texts, or with another one than the library had. */
  readonly replaced: readonly Replacement[];
  /** What in the input gave no document. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Candidate {
  readonly document: Document;
  readonly hash: string;
}

/**
 * Brings a library up to date with documents: reads what is new or has changed, keeps the rest, derives the graph.
 * Whatever stops it, the next build goes on from the papers that have been read.
 * @throws InputError for input or a library that cannot be used; what `corpus` and `extract` throw
 */
export async function buildLibrary(
  corpus: AsyncIterable<CorpusItem>,
  options: BuildOptions,
): Promise<Built> {
  const { folder, prune = false, disk = DISK } = options;
  const given = await gather(corpus, options.signal);
  const files = libraryFiles(folder);
  await using _ = await lock(files.lock, disk);
  await sweep(folder, disk);
  const before = await readFacts(folder);
  const journalled = await readJournal(files.journal);
  const isOther = (line: Extraction) => !isOf(given.documents, line);
  const stored = goOn(before.filter(isOther), journalled.filter(isOther));
  const { documents, outdated, replaced } = compareWithStored(given.documents, stored);
  const others = stored.filter(({ id }) => !documents.has(id));
  const kept = prune ? others.filter(({ id }) => outdated.has(id)) : others;
  if (kept.length < others.length) expectWhole(given.diagnostics, others.length - kept.length);
  // What the journal says of a text that is given again counts, however it compares with what is stored.
  const known = [...journalled, ...before].filter((line) => isOf(documents, line));
  const { facts: fresh, read } = await readNew(documents, known, journalled, options);
  const { facts } = unite([...kept, ...fresh]);
  const decisions = await readDecisions(folder);
  const isKnown = read === 0 && facts.length === before.length;
  const inStep = isKnown ? await findInStep(folder, facts, decisions) : undefined;
  options.signal?.throwIfAborted();
  const { census, problems } = inStep
    ? { census: inStep.census, problems: problemsWith(facts, decisions) }
    : await writeLibrary(folder, facts, decisions, disk);
  await removeJournal(files.journal, disk);
  return {
    facts,
    census,
    problems,
    read,
    reused: fresh.length - read,
    removed: others.length - kept.length,
    repeated: given.repeated,
    replaced: [...given.replaced, ...replaced].sort(byIdAndHash),
    diagnostics: given.diagnostics,
  };
}

/** Whether a line was read in the text that a paper has among the documents. */
const isOf = (documents: ReadonlyMap<string, Candidate>, { id, hash }: Extraction) =>
  documents.get(id)?.hash === hash;

/**
 * What a library would hold if the builds had ended that were stopped: what they read replaces what is stored, unless
 * that has the later date.
 * @param journalled in the order in which they were read
 */
function goOn(
  stored: readonly Extraction[],
  journalled: readonly Extraction[],
): readonly Extraction[] {
  const papers = new Map(unite(stored).facts.map((paper) => [paper.id, paper]));
  for (const paper of journalled) {
    const other = papers.get(paper.id);
    if (!other || !isOlder(paper, other)) papers.set(paper.id, paper);
  }
  return [...papers.values()];
}

type Dated = Pick<Candidate, 'document'>;
const isOlder = (a: Dated, b: Dated) => compare(a.document.date ?? '', b.document.date ?? '') < 0;

/**
 * Holds the documents given against the other texts that the library has of them: a text that changed replaces the one
 * that is stored, unless that one has the later date.
 * @returns the documents that count, the ids of those given that do not, and what replaced what
 */
function compareWithStored(
  given: ReadonlyMap<string, Candidate>,
  stored: readonly Extraction[],
): { documents: Map<string, Candidate>; outdated: Set<string>; replaced: Replacement[] } {
  const documents = new Map(given);
  const outdated = new Set<string>();
  const replaced: Replacement[] = [];
  for (const paper of stored) {
    const { id, hash } = paper;
    const candidate = given.get(id);
    if (!candidate) continue;
    const isOutdated = isOlder(candidate, paper);
    if (isOutdated) {
      documents.delete(id);
      outdated.add(id);
    }
    const [kept, gone] = isOutdated ? [hash, candidate.hash] : [candidate.hash, hash];
    replaced.push({ id, kept, gone });
  }
  return { documents, outdated, replaced };
}

/**
 * Papers that are to be removed may be in what could not be read, or have been in a file that gives none: an empty one
 * may be what is left of a download.
 * @throws InputError with the first place that does not say which papers it holds
 */
function expectWhole(diagnostics: readonly Diagnostic[], removed: number): void {
  const place = diagnostics.find(({ kind }) => kind === 'broken' || kind === 'no document');
  if (!place) return;
  const papers = removed === 1 ? 'a paper' : `${removed} papers`;
  const remedy =
    place.kind === 'broken'
      ? 'be in what is broken here; put it right, or build without --prune'
      : 'have been in it; fill it again, take it away, or build without --prune';
  const message = `${place.message}; --prune would remove ${papers} that may ${remedy}`;
  throw new InputError(message, place);
}

const byIdAndHash = (a: Replacement, b: Replacement) =>
  compare(a.id, b.id) || compare(a.gone, b.gone);

/** A library that is in step need not be derived again, unless there are decisions to judge. */
function problemsWith(
  facts: readonly Extraction[],
  decisions: readonly Decision[],
): readonly DecisionProblem[] {
  return decisions.length > 0 ? derive(facts, decisions).problems : [];
}

interface Input extends Pick<Built, 'repeated' | 'replaced' | 'diagnostics'> {
  readonly documents: ReadonlyMap<string, Candidate>;
}

/** The documents to read: one text a paper, the later date first, then the greater hash. */
async function gather(corpus: AsyncIterable<CorpusItem>, signal?: AbortSignal): Promise<Input> {
  const documents = new Map<string, Candidate>();
  const gone = new Map<string, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  for await (const item of corpus) {
    signal?.throwIfAborted();
    if ('diagnostic' in item) {
      diagnostics.push(item.diagnostic);
      continue;
    }
    count += 1;
    const { document } = item;
    const candidate = { document, hash: documentHash(document) };
    const other = documents.get(document.id);
    const best = other && compareEditions(other, candidate) >= 0 ? other : candidate;
    documents.set(document.id, best);
    if (!other || other.hash === candidate.hash) continue;
    const lost = best === other ? candidate.hash : other.hash;
    gone.set(document.id, (gone.get(document.id) ?? new Set()).add(lost));
  }
  const replaced = [...documents].flatMap(([id, { hash }]) =>
    [...(gone.get(id) ?? [])].sort(compare).map((lost) => ({ id, kept: hash, gone: lost })),
  );
  const texts = documents.size + replaced.length;
  return { documents, replaced, diagnostics, repeated: count - texts };
}

/**
 * Reads what has no facts of this extractor yet, keeping a journal of what has been read.
 * @param known what was read in the documents, by any extractor; of two lines of this one the first counts
 */
async function readNew(
  documents: ReadonlyMap<string, Candidate>,
  known: readonly Extraction[],
  journalled: readonly Extraction[],
  { folder, extractor, extract, disk, progress }: BuildOptions,
): Promise<{ facts: Extraction[]; read: number }> {
  const current = new Map<string, Extraction>();
  for (const paper of known) {
    if (paper.extractor === extractor && !current.has(paper.id)) current.set(paper.id, paper);
  }
  const missing = [...documents.values()].filter(({ document }) => !current.has(document.id));
  const facts = [...current.values()];
  if (missing.length === 0) return { facts, read: 0 };
  await using journal = await startJournal(libraryFiles(folder).journal, journalled, disk);
  let read = 0;
  for await (const paper of extract(missing.map(({ document }) => document))) {
    await journal.add(paper);
    facts.push(paper);
    read += 1;
    progress?.(read, missing.length);
  }
  return { facts, read };
}
