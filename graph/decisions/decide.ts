import { append } from '../append.ts';
import type { Claim } from '../resolve/claims.ts';
import { createDisjointSets, type DisjointSets } from '../resolve/disjoint-sets.ts';
import type { Anchor } from '../schema.ts';
import { explainGone } from './applied.ts';
import { createBonds } from './bonds.ts';
import { findEntity, stands } from './find-anchored.ts';
import { contradicted, type DecisionProblem, type NumberedDecision, ofKinds } from './problem.ts';

/** What persons say on who is who; numbers are positions of claims. */
export interface Verdicts {
  /** Claims that must be one thing share a set. */
  readonly same: DisjointSets;
  /** Pairs that must be two: what cannot be told stays with the first. */
  readonly different: readonly (readonly [stays: number, goes: number])[];
  /** The names that the things of claims are to bear, in the order of time. */
  readonly names: readonly { readonly line: number; readonly at: number; readonly name: string }[];
  readonly problems: readonly DecisionProblem[];
}

/**
 * Carries decisions to the claims that they hang on. Of two that contradict each other the later one wins, also where
 * several `same` together contradict a `different`.
 * @param decisions in the order of time
 */
export function decide(claims: readonly Claim[], decisions: readonly NumberedDecision[]): Verdicts {
  const problems: DecisionProblem[] = [];
  const { find, stillStands } = anchoredIn(claims);
  const bonds = createBonds();
  for (const { line, decision } of ofKinds(decisions, 'same', 'different')) {
    const [a, b] = [find(decision.a), find(decision.b)];
    if (a === undefined || b === undefined) {
      // Of two the one may have been dropped since: then nothing is left to tell apart.
      const isDifferent = decision.kind === 'different';
      if (isDifferent && stillStands(decision.a) && stillStands(decision.b)) continue;
      const message = explainGone(a === undefined ? decision.a : decision.b);
      problems.push({ line, message });
      continue;
    }
    const link = { line, a, b };
    // One spelling of one paper: said where the paper is corrected.
    if (a === b) continue;
    const lost = decision.kind === 'same' ? bonds.join(link) : bonds.sever(link);
    problems.push(...lost.map((other) => contradicted(other.line, line)));
  }
  const names: { line: number; at: number; name: string }[] = [];
  for (const { line, decision } of ofKinds(decisions, 'rename')) {
    const at = find(decision.entity);
    if (at === undefined) problems.push({ line, message: explainGone(decision.entity) });
    else names.push({ line, at, name: decision.name });
  }
  const same = createDisjointSets();
  for (const { a, b } of bonds.joined()) same.unite(a, b);
  const different = Array.from(bonds.severed(), ({ a, b }) => [a, b] as const);
  return { same, different, names, problems };
}

/** Finds what decisions hang on, each without a look at all claims. */
function anchoredIn(claims: readonly Claim[]) {
  const byPaper = new Map<string, number[]>();
  for (const [at, { paper }] of claims.entries()) append(byPaper, paper.id, at);
  const claimsOf = (anchor: Anchor) => byPaper.get(anchor.paper) ?? [];
  const paperOf = (anchor: Anchor) => claims[claimsOf(anchor)[0] ?? -1]?.paper;
  return {
    find(anchor: Anchor): number | undefined {
      const paper = paperOf(anchor);
      const entity = paper && findEntity(paper, anchor);
      return claimsOf(anchor).find((at) => claims[at]?.entity === entity);
    },
    stillStands(anchor: Anchor): boolean {
      const paper = paperOf(anchor);
      return paper !== undefined && stands(paper.document, anchor);
    },
  };
}
