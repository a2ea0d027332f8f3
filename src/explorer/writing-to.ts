import { proposalOf } from '../../graph/decisions/amendment.ts';
import type { Outcome } from '../../graph/decisions/wire.ts';
import { type Decided, decide, undo } from '../library/decide.ts';
import { userName } from '../library/user-name.ts';
import type { Writing } from './write.ts';

/** Lets a page write the decisions of a library, as the commands do, in the name of the user of this machine. */
export function writingTo(folder: string): Writing {
  const by = userName();
  return {
    author: by,
    amend: async (said) => toOutcome(await decide(folder, proposalOf(said), { by })),
    undo: async ({ at, author }) =>
      toOutcome({
        ...(await undo(folder, (made) => made.at === at && made.author === author)),
        decisions: [],
      }),
  };
}

const toOutcome = ({ decisions, difference, problems }: Decided): Outcome => ({
  decisions: [...decisions],
  difference: {
    added: [...difference.added],
    removed: [...difference.removed],
    changed: [...difference.changed],
  },
  problems: problems.map(({ line, message }) => ({ line, message })),
});
