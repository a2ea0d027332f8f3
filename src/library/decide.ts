import type { Proposal } from '../../graph/decisions/amendment.ts';
import { anchorsIn } from '../../graph/decisions/anchors.ts';
import { correct } from '../../graph/decisions/correct.ts';
import { type DecisionProblem, inOrderOfTime } from '../../graph/decisions/problem.ts';
import { UsageError } from '../../graph/errors.ts';
import { partAbout } from '../../graph/part-about.ts';
import { type Decision, decision as decisionSchema, SCHEMA_VERSION } from '../../graph/schema.ts';
import { type Amended, amendLibrary, type Truth } from './amend-library.ts';
import { userName } from './user-name.ts';

export interface DecideOptions {
  /** Who decides: the user of this machine where it is left out. */
  readonly by?: string | undefined;
  /** Whether to tell what would change, and write nothing. */
  readonly dryRun?: boolean;
  readonly now?: () => Date;
}

/** What was added to the decisions of a library, or taken back, and what that changed. */
export interface Decided extends Amended {
  readonly decisions: readonly Decision[];
  /** How many decisions there were before. */
  readonly lines: number;
}

/**
 * Adds decisions to a library, signed and dated, and derives the rest again.
 * @throws InputError where the library cannot be used; what the proposal throws
 */
export async function decide(
  folder: string,
  { about, make }: Proposal,
  { by = userName(), dryRun = false, now = () => new Date() }: DecideOptions = {},
): Promise<Decided> {
  const signature = { schema: SCHEMA_VERSION, at: now().toISOString(), author: by } as const;
  let decisions: readonly Decision[] = [];
  let lines = 0;
  const amended = await amendLibrary(
    folder,
    (truth, derived) => {
      lines = truth.decisions.length;
      const graph = partAbout(derived, about);
      const made = make(anchorsIn(documentsOf(truth), graph), graph);
      decisions = made.map((unsigned) => decisionSchema.parse({ ...signature, ...unsigned }));
      const all = [...truth.decisions, ...decisions];
      expectEffect(correct(truth.facts, inOrderOfTime(all)).problems, lines);
      return { ...truth, decisions: all };
    },
    { dryRun },
  );
  return { ...amended, decisions, lines };
}

/** @throws UsageError where a decision after so many others cannot be carried out */
function expectEffect(problems: readonly DecisionProblem[], others: number): void {
  const fault = problems.find(({ line, other }) => line > others && other === undefined);
  if (fault) throw new UsageError(fault.message);
}

const documentsOf = ({ facts }: Truth) =>
  new Map(facts.map(({ id, document }) => [id, document] as const));

/**
 * Takes decisions back.
 * @param goes chooses them, by their lines from 1 on
 * @throws UsageError where there are none such
 */
export async function undo(
  folder: string,
  goes: (decision: Decision, line: number) => boolean,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Decided> {
  let before: readonly Decision[] = [];
  const isGone = (decision: Decision, index: number) => goes(decision, index + 1);
  const amended = await amendLibrary(
    folder,
    (truth) => {
      before = truth.decisions;
      const decisions = before.filter((decision, index) => !isGone(decision, index));
      if (decisions.length < before.length) return { ...truth, decisions };
      throw new UsageError('there is no such decision; `sotagraph decisions log` numbers them');
    },
    { dryRun },
  );
  return { ...amended, decisions: before.filter(isGone), lines: before.length };
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
  let lines = 0;
  const amended = await amendLibrary(
    folder,
    (truth) => {
      lines = truth.decisions.length;
      const known = new Set(truth.decisions.map((made) => JSON.stringify(made)));
      const fresh = new Map(given.map((made) => [JSON.stringify(made), made]));
      for (const line of known) fresh.delete(line);
      decisions = [...fresh.values()];
      return { ...truth, decisions: [...truth.decisions, ...decisions] };
    },
    { dryRun },
  );
  return { ...amended, decisions, lines };
}
