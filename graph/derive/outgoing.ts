import { GraphError } from '../errors.ts';
import { toBuckets } from '../resolve/buckets.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { ExtractedRelation, Extraction } from '../schema.ts';

/** What a paper says that an entity is to another one. */
export interface Relation {
  readonly paper: Extraction;
  readonly said: ExtractedRelation;
  /** The position of the other one among the identities. */
  readonly target: number;
}

/** The relations that go out from entities, by their positions among the identities. */
export interface Outgoing {
  has(source: number): boolean;
  /** In the order of the papers. */
  of(source: number): readonly Relation[];
}

/**
 * Finds the relations of every entity, held as numbers: there are too many for an object each.
 * @throws GraphError for a relation whose ends are not among the entities of its paper
 */
export function outgoingOf(
  papers: readonly Extraction[],
  { identities, positionOf }: Pick<Resolution, 'identities' | 'positionOf'>,
): Outgoing {
  const most = papers.reduce((sum, { relations }) => sum + relations.length, 0);
  const sources = new Int32Array(most);
  const targets = new Int32Array(most);
  const paperNumbers = new Int32Array(most);
  const relationNumbers = new Int32Array(most);
  let amount = 0;
  for (const [paperNumber, paper] of papers.entries()) {
    for (const [relationNumber, { source, type, target }] of paper.relations.entries()) {
      const isProposal = source === 'Paper';
      const from = isProposal ? undefined : positionOf(paper, source);
      const to = positionOf(paper, target);
      if (to === undefined || (from === undefined && !isProposal)) {
        throw new GraphError(`${paper.id}: ${source} ${type} ${target} has no such ends`);
      }
      // Two names of one paper that are one thing say nothing of each other.
      if (from === undefined || from === to) continue;
      sources[amount] = from;
      targets[amount] = to;
      paperNumbers[amount] = paperNumber;
      relationNumbers[amount] = relationNumber;
      amount += 1;
    }
  }
  const bySource = toBuckets(identities.length, (put) => {
    for (let at = 0; at < amount; at += 1) put(sources[at] ?? 0, at);
  });
  return {
    has: (source) => bySource.of(source).length > 0,
    of: (source) =>
      Array.from(bySource.of(source)).flatMap((at) => {
        const paper = papers[paperNumbers[at] ?? 0];
        const said = paper?.relations[relationNumbers[at] ?? 0];
        return paper && said ? { paper, said, target: targets[at] ?? 0 } : [];
      }),
  };
}
