import { isDeepStrictEqual } from 'node:util';
import { type Derived, derive } from '../../graph/derive.ts';
import { type Difference, difference } from '../../graph/difference.ts';
import { type Decision, decision, type Extraction } from '../../graph/schema.ts';
import { readDecisions } from './decisions.ts';
import { DISK, type Disk } from './disk.ts';
import { exists } from './exists.ts';
import { libraryFiles } from './library-files.ts';
import { lock } from './lock.ts';
import { expectLibrary, readFacts } from './read-library.ts';
import { sweep } from './sweep.ts';
import { findInStep, writeLibrary } from './write-library.ts';

/** The truth of a library. */
export interface Truth {
  readonly facts: readonly Extraction[];
  readonly decisions: readonly Decision[];
}

export interface Amended {
  readonly difference: Difference;
  readonly problems: Derived['problems'];
}

/**
 * Changes the truth of a library and derives the rest again.
 * @param amend gives the new truth for the old one and the graph that follows from it
 * @param options.dryRun whether to tell what would change, and write nothing
 * @throws InputError where there is no library, it is broken or another process writes it; what `amend` throws
 */
export async function amendLibrary(
  folder: string,
  amend: (truth: Truth, derived: Derived) => Truth,
  { dryRun = false, disk = DISK }: { readonly dryRun?: boolean; readonly disk?: Disk } = {},
): Promise<Amended> {
  await expectFacts(folder);
  // Who only looks need not wait, nor have the right to write.
  await using _ = dryRun ? undefined : await lock(libraryFiles(folder).lock, disk);
  if (!dryRun) await sweep(folder, disk);
  const truth = await readTruth(folder);
  const before = derive(truth.facts, truth.decisions);
  const amended = amend(truth, before);
  const { facts } = amended;
  // In the order of fields that reading gives, so that the bytes stay the same when they are written again.
  const decisions = amended.decisions.map((made) => decision.parse(made));
  const isSame = facts === truth.facts && isDeepStrictEqual(decisions, truth.decisions);
  if (isSame && (dryRun || (await findInStep(folder, facts, decisions)))) {
    return { difference: NO_DIFFERENCE, problems: before.problems };
  }
  const after = dryRun
    ? derive(facts, decisions)
    : await writeLibrary(folder, facts, decisions, disk);
  return { difference: difference(before, after), problems: after.problems };
}

const NO_DIFFERENCE: Difference = { added: [], removed: [], changed: [] };

/** @throws InputError where there is no library, or for a broken line */
export async function readTruth(folder: string): Promise<Truth> {
  await expectFacts(folder);
  return { facts: await readFacts(folder), decisions: await readDecisions(folder) };
}

/** Facts are enough: the rest of a library is made of them again. */
async function expectFacts(folder: string): Promise<void> {
  if (!(await exists(libraryFiles(folder).facts))) await expectLibrary(folder);
}
