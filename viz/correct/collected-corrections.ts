import { decisionsFor } from '../../graph/decisions/amendment.ts';
import { anchorsIn } from '../../graph/decisions/anchors.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { type Decision, type Document, SCHEMA_VERSION } from '../../graph/schema.ts';
import type { Corrections } from './corrections.ts';

/** Who decides where nobody gave a name. */
const SOMEBODY = 'reader';
const NOTHING = { added: [], removed: [], changed: [] };

/**
 * Collects corrections of a graph that cannot be written: lines of `decisions.jsonl` that the library takes over with
 * `sotagraph decisions import`.
 */
export function collectCorrections(
  graph: KnowledgeGraph,
  documents: () => Promise<ReadonlyMap<string, Document>>,
  now: () => Date = () => new Date(),
): Corrections {
  let collected: readonly Decision[] = [];
  let author = SOMEBODY;
  let last = '';
  /** Two corrections never bear the same time, by which they are taken back. */
  const nextTime = (): string => {
    const time = now();
    while (time.toISOString() <= last) time.setMilliseconds(time.getMilliseconds() + 1);
    last = time.toISOString();
    return last;
  };
  return {
    kind: 'collected',
    async amend(said) {
      const made = decisionsFor(said, anchorsIn(await documents(), graph), graph);
      const signature = { schema: SCHEMA_VERSION, at: nextTime(), author } as const;
      const decisions = made.map((unsigned): Decision => ({ ...signature, ...unsigned }));
      collected = [...collected, ...decisions];
      return { decisions, difference: NOTHING, problems: [] };
    },
    async undo({ at }) {
      collected = collected.filter((decision) => decision.at !== at);
      return { decisions: [], difference: NOTHING, problems: [] };
    },
    sign(name) {
      author = name.trim() || SOMEBODY;
      collected = collected.map((decision) => ({ ...decision, author }));
    },
    decisions: async () => collected,
  };
}

/** The lines of `decisions.jsonl`. */
export const toLines = (decisions: readonly Decision[]): string =>
  decisions.map((decision) => `${JSON.stringify(decision)}\n`).join('');
