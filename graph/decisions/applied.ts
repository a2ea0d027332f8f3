import type { Anchor, Extraction } from '../schema.ts';

/** What became of a decision in the paper that it is about. */
export interface Applied {
  /** The paper as it is now; undefined where the decision has no effect. */
  readonly paper?: Extraction;
  /** Why the decision has no effect, or not all of it. */
  readonly fault?: string;
}

/** What corrections say of themselves in the graph. */
export const PERSON = 'person';

/** That the words on which a decision hangs are no longer there. */
export const gone = (anchor: Pick<Anchor, 'paper' | 'words'>): Applied => ({
  fault: explainGone(anchor),
});

export const explainGone = ({ paper, words }: Pick<Anchor, 'paper' | 'words'>): string =>
  `"${words}" no longer stands in paper ${paper} as the decision says; it has no effect until it does; undo it if it is not wanted any more`;
