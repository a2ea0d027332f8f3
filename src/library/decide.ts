import type { Proposal } from '../../graph/decisions/amendment.ts';
import { anchorsIn } from '../../graph/decisions/anchors.ts';
import { correct } from '../../graph/decisions/correct.ts';
import { type DecisionProblem, inOrderOfTime } from '../../graph/decisions/problem.ts';
import { UsageError } from '../../graph/errors.ts';
import { partAbout } from '../../graph/part-about.ts';
import { type Decision, decision as decisionSchema, SCHEMA_VERSION } from '../../graph/schema.ts';
import { type Amended, amendLibrary, type Truth } from './amend-library.ts';
import { decisionId } from './decision-id.ts';
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
  const amended = await amendLibrary(
    folder,
    (truth, derived) => {
      const graph = partAbout(derived, about);
      const made = make(anchorsIn(documentsOf(truth), graph), graph);
      decisions = made.map((unsigned) => decisionSchema.parse({ ...signature, ...unsigned }));
      const all = [...truth.decisions, ...decisions];
      expectEffect(correct(truth.facts, inOrderOfTime(all)).problems, truth.decisions.length);
      return { ...truth, decisions: all };
    },
    { dryRun },
  );
  return { ...amended, decisions };
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
 * @param goes chooses them
 * @throws UsageError where there are none such
 */
export function undo(
  folder: string,
  goes: (decision: Decision) => boolean,
  options: UndoOptions = {},
): Promise<Decided> {
  return takeBack(folder, (made) => made.filter(goes), options);
}

/**
 * Takes back the decisions that bear these ids.
 * @param options.together whether all that was decided at once with them goes too
 * @throws UsageError for an id that none bears, before anything is written
 */
export function undoByIds(
  folder: string,
  ids: readonly string[],
  { together = false, dryRun }: UndoOptions & { readonly together?: boolean | undefined } = {},
): Promise<Decided> {
  const choose = (made: readonly Decision[]) => {
    const known = made.map(decisionId);
    const unknown = ids.find((id) => !known.includes(id));
    if (unknown !== undefined) throw new UsageError(explainUnknown(unknown, known));
    const wanted = new Set(ids);
    const named = made.filter((_, index) => wanted.has(known[index] ?? ''));
    const times = new Set(named.map(signatureOf));
    return together ? made.filter((decision) => times.has(signatureOf(decision))) : named;
  };
  return takeBack(folder, choose, { dryRun });
}

export interface UndoOptions {
  /** Whether to tell what would change, and write nothing. */
  readonly dryRun?: boolean | undefined;
}

async function takeBack(
  folder: string,
  choose: (made: readonly Decision[]) => readonly Decision[],
  { dryRun = false }: UndoOptions,
): Promise<Decided> {
  let decisions: readonly Decision[] = [];
  const amended = await amendLibrary(
    folder,
    (truth) => {
      decisions = choose(truth.decisions);
      if (decisions.length === 0) {
        throw new UsageError('there is no such decision; `sotagraph decisions log` lists them');
      }
      const gone = new Set(decisions);
      return { ...truth, decisions: truth.decisions.filter((made) => !gone.has(made)) };
    },
    { dryRun },
  );
  return { ...amended, decisions };
}

/** All decisions that were made at once bear the same. */
const signatureOf = ({ at, author }: Decision) => JSON.stringify([at, author]);

/** A line moves when another decision is taken back, so that a number noted earlier could mean another one now. */
function explainUnknown(id: string, known: readonly string[]): string {
  const found = /^\d+$/.test(id) ? known[Number(id) - 1] : undefined;
  const hint = found
    ? `that is a line, and lines move when a decision is taken back; line ${id} is ${found} now`
    : '`sotagraph decisions log` shows their ids';
  return `there is no decision "${id}"; ${hint}`;
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
