import { userInfo } from 'node:os';
import type { Proposal } from '../../graph/decisions/amendment.ts';
import { anchorsIn } from '../../graph/decisions/anchors.ts';
import { UsageError } from '../../graph/errors.ts';
import { partAbout } from '../../graph/part-about.ts';
import { type Decision, decision as decisionSchema, SCHEMA_VERSION } from '../../graph/schema.ts';
import { type Amended, amendLibrary, type Truth } from './amend-library.ts';

export interface DecideOptions {
  /** Who decides: the user of this machine where it is left out. */
  readonly by?: string | undefined;
  /** Whether to tell what would change, and write nothing. */
  readonly dryRun?: boolean;
  readonly now?: () => Date;
}

/** What was added to the truth of a library, and what that changed. */
export interface Decided extends Amended {
  readonly decisions: readonly Decision[];
}

/**
 * Adds decisions to a library, signed and dated, and derives the rest again.
 * @throws InputError where the library cannot be used; what the proposal throws
 */
export async function decide(
  folder: string,
  { about, make }: Proposal,
  { by = userInfo().username, dryRun = false, now = () => new Date() }: DecideOptions = {},
): Promise<Decided> {
  const signature = { schema: SCHEMA_VERSION, at: now().toISOString(), author: by } as const;
  let decisions: readonly Decision[] = [];
  const amended = await amendLibrary(
    folder,
    (truth, derived) => {
      const graph = partAbout(derived, about);
      const made = make(anchorsIn(documentsOf(truth), graph), graph);
      decisions = made.map((unsigned) => decisionSchema.parse({ ...signature, ...unsigned }));
      return { ...truth, decisions: [...truth.decisions, ...decisions] };
    },
    { dryRun },
  );
  return { ...amended, decisions };
}

const documentsOf = ({ facts }: Truth) =>
  new Map(facts.map(({ id, document }) => [id, document] as const));

/**
 * Takes decisions back.
 * @param goes chooses them, by their lines from 1 on
 * @throws UsageError where there are none such
 */
export function undo(
  folder: string,
  goes: (decision: Decision, line: number) => boolean,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Amended> {
  return amendLibrary(
    folder,
    (truth) => {
      const decisions = truth.decisions.filter((decision, index) => !goes(decision, index + 1));
      if (decisions.length < truth.decisions.length) return { ...truth, decisions };
      throw new UsageError('there is no such decision; `sotagraph decisions log` numbers them');
    },
    { dryRun },
  );
}

/**
 * Adds decisions that were made elsewhere, such as in the explorer's HTML file; one that is there already stays one.
 * @throws InputError where the library cannot be used
 */
export async function adopt(
  folder: string,
  given: readonly Decision[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Decided> {
  let decisions: readonly Decision[] = [];
  const amended = await amendLibrary(
    folder,
    (truth) => {
      const known = new Set(truth.decisions.map((made) => JSON.stringify(made)));
      const fresh = new Map(given.map((made) => [JSON.stringify(made), made]));
      for (const line of known) fresh.delete(line);
      decisions = [...fresh.values()];
      return { ...truth, decisions: [...truth.decisions, ...decisions] };
    },
    { dryRun },
  );
  return { ...amended, decisions };
}
