import type { Amendment } from '../../graph/decisions/amendment.ts';
import type { Outcome } from '../../graph/decisions/wire.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Decision } from '../../graph/schema.ts';
import { changeWords, successor } from './change-words.ts';
import type { Corrections } from './corrections.ts';
import { decisionWords } from './decision-words.ts';
import { createNotice, type Notice } from './notice.ts';

/** What the pages of the panel, and the list of corrections, work with. It outlives the explorer that it corrects. */
export interface Correcting extends Pick<Corrections, 'kind' | 'decisions' | 'sign'> {
  /** Carries out a correction, shows the graph that follows from it and tells what changed. Rejected with the reason. */
  correct(said: Amendment): Promise<void>;
  undo(decision: Decision): Promise<void>;
  /** Whether the list of corrections is open: it stays so while the graph behind it is shown anew. */
  readonly list: { isOpen: boolean };
  /** Calls `listener` after every correction; the returned function ends that. */
  onChange(listener: () => void): () => void;
}

export interface CorrectingOptions {
  /** The graph that is shown. */
  readonly graph: () => KnowledgeGraph;
  /** Shows the graph as it has become, with the selection that `next` gives for it. */
  readonly reload: (
    next: (selected: string, after: KnowledgeGraph) => string | undefined,
  ) => Promise<void>;
  /** Where the notice of a change is put. */
  readonly place: HTMLElement;
}

export function createCorrecting(
  corrections: Corrections,
  { graph, reload, place }: CorrectingOptions,
): Correcting {
  const notice = createNotice(place);
  const listeners = new Set<() => void>();
  const finish = async (done: Outcome, said: Amendment | undefined, show: () => Notice) => {
    const before = graph();
    const { difference } = done;
    if (corrections.kind === 'written') {
      await reload((selected, after) => successor(selected, said, difference, after));
    }
    for (const listener of listeners) listener();
    const { title, ...rest } = show();
    const change =
      corrections.kind === 'written'
        ? changeWords(difference, before, graph())
        : 'It will be in the file that you download under “Corrections”.';
    const problems = done.problems.map(({ message }) => message);
    notice.show({ ...rest, title, text: [change, ...problems].join(' ') });
  };
  const undo = async (decision: Decision) => {
    const done = await corrections.undo(decision);
    await finish(done, undefined, () => ({ title: `Taken back: ${decisionWords(decision)}` }));
  };
  return {
    kind: corrections.kind,
    list: { isOpen: false },
    decisions: () => corrections.decisions(),
    ...(corrections.sign && { sign: corrections.sign }),
    undo,
    async correct(said) {
      const done = await corrections.amend(said);
      const [first] = done.decisions;
      await finish(done, said, () => ({
        title: first ? decisionWords(first) : 'Nothing was decided.',
        ...(first && { undo: () => undo(first) }),
      }));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
