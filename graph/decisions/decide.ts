import type { Claim } from '../resolve/claims.ts';
import { createDisjointSets, type DisjointSets } from '../resolve/disjoint-sets.ts';
import type { Anchor } from '../schema.ts';
import { explainGone } from './applied.ts';
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

interface Link {
  readonly line: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Carries decisions to the claims that they hang on. Of two that contradict each other the later one wins, also where
 * several `same` together contradict a `different`.
 * @param decisions in the order of time
 */
export function decide(claims: readonly Claim[], decisions: readonly NumberedDecision[]): Verdicts {
  const problems: DecisionProblem[] = [];
  const find = positionsIn(claims);
  let same: Link[] = [];
  let different: Link[] = [];
  for (const { line, decision } of ofKinds(decisions, 'same', 'different')) {
    const [a, b] = [find(decision.a), find(decision.b)];
    if (a === undefined || b === undefined) {
      // Of two the one may have been dropped since: then nothing is left to tell apart.
      const isLeft = (anchor: Anchor) => stillStands(claims, anchor);
      if (decision.kind === 'different' && isLeft(decision.a) && isLeft(decision.b)) continue;
      const message = explainGone(a === undefined ? decision.a : decision.b);
      problems.push({ line, message });
      continue;
    }
    const link = { line, a, b };
    // One spelling of one paper: said where the paper is corrected.
    if (a === b) continue;
    if (decision.kind === 'same') {
      same.push(link);
      const { find: set } = unite(same);
      const broken = different.filter((other) => set(other.a) === set(other.b));
      problems.push(...broken.map((other) => contradicted(other.line, line)));
      different = different.filter((other) => !broken.includes(other));
    } else {
      for (let chain = chainBetween(same, a, b); chain; chain = chainBetween(same, a, b)) {
        const last = chain;
        problems.push(contradicted(last.line, line));
        same = same.filter((other) => other !== last);
      }
      different.push(link);
    }
  }
  const names: { line: number; at: number; name: string }[] = [];
  for (const { line, decision } of ofKinds(decisions, 'rename')) {
    const at = find(decision.entity);
    if (at === undefined) problems.push({ line, message: explainGone(decision.entity) });
    else names.push({ line, at, name: decision.name });
  }
  return { same: unite(same), different: different.map(({ a, b }) => [a, b]), names, problems };
}

/** The latest link of those that make two claims one; undefined where they are two. */
function chainBetween(same: readonly Link[], a: number, b: number): Link | undefined {
  const { find } = unite(same);
  if (find(a) !== find(b)) return undefined;
  return same.findLast((link) => find(link.a) === find(a));
}

function unite(links: readonly Link[]): DisjointSets {
  const sets = createDisjointSets();
  for (const { a, b } of links) sets.unite(a, b);
  return sets;
}

function stillStands(claims: readonly Claim[], anchor: Anchor): boolean {
  const claim = claims.find(({ paper }) => paper.id === anchor.paper);
  return claim !== undefined && stands(claim.paper.document, anchor);
}

function positionsIn(claims: readonly Claim[]): (anchor: Anchor) => number | undefined {
  const byPaper = new Map<string, number[]>();
  for (const [at, { paper }] of claims.entries()) {
    const own = byPaper.get(paper.id);
    if (own) own.push(at);
    else byPaper.set(paper.id, [at]);
  }
  return (anchor) => {
    const own = byPaper.get(anchor.paper) ?? [];
    const [first] = own.flatMap((at) => claims[at] ?? []);
    const entity = first && findEntity(first.paper, anchor);
    return own.find((at) => claims[at]?.entity === entity);
  };
}
