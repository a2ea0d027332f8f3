import type { Extraction, MergeLine, MergeRule } from '../schema.ts';
import { compare } from '../union.ts';
import { type Claim, claimsOn } from './claims.ts';
import { type Identity, identify, type Thing } from './identities.ts';
import { link } from './link.ts';
import { byAge } from './member.ts';
import { toMergeLine } from './merges.ts';
import { spell } from './spellings.ts';

/** A mention that may be one of several things, and stays by itself. */
export interface Ambiguity {
  readonly key: string;
  /** The keys of the things that it may be. */
  readonly candidates: readonly string[];
}

export interface Resolution {
  /** Sorted by key. */
  readonly identities: Identity[];
  /** The key of an entity of a paper. */
  readonly keyOf: (paper: Extraction, name: string) => string | undefined;
  readonly merges: MergeLine[];
  /** Sorted by key. */
  readonly ambiguities: Ambiguity[];
}

/**
 * Says who is who: which names of which papers are one thing. A pure function of the set of facts, whatever their
 * order. The rules stand in `MERGE_RULES`; names of different groups of types (`TYPE_GROUP`) never meet.
 */
export function resolve(facts: readonly Extraction[]): Resolution {
  const papers = [...facts].sort((a, b) => compare(a.id, b.id));
  const spellings = spell(formsOf(papers));
  const claims = claimsOn(papers, spellings);
  const { sets, unlinked, byCompany } = link(claims);
  const things = groupBySet(claims, sets.find);
  const identities = identify(things);
  const keys = new Map(
    identities.flatMap(({ key, members }) => members.map((claim) => [claim, key])),
  );
  const keyAt = (at: number | undefined) => {
    const claim = at === undefined ? undefined : claims[at];
    return (claim && keys.get(claim)) ?? [];
  };
  const named = new Map<Extraction, Map<string, string>>();
  for (const [{ paper, entity }, key] of keys) {
    const own = named.get(paper) ?? new Map<string, string>();
    named.set(paper, own.set(entity.name, key));
  }
  const marked = new Map<Claim, MergeRule>();
  for (const at of byCompany) {
    const claim = claims[at];
    if (claim) marked.set(claim, 'company');
  }
  return {
    identities,
    keyOf: (paper, entity) => named.get(paper)?.get(entity),
    merges: identities.flatMap((identity) => toMergeLine(identity, marked) ?? []),
    ambiguities: unlinked
      .flatMap(({ at, senses }) => {
        const candidates = senses.flatMap(({ claims: [said] }) => keyAt(said)).sort(compare);
        return [keyAt(at)].flat().map((key) => ({ key, candidates }));
      })
      .sort((a, b) => compare(a.key, b.key)),
  };
}

function* formsOf(papers: readonly Extraction[]) {
  for (const { entities } of papers) {
    for (const { name, type, aliases } of entities) {
      yield [name, type] as const;
      for (const alias of aliases) yield [alias, type] as const;
    }
  }
}

function groupBySet(claims: readonly Claim[], find: (at: number) => number): Thing[] {
  const groups = new Map<number, [Claim, ...Claim[]]>();
  for (const [at, claim] of claims.entries()) {
    const group = groups.get(find(at));
    if (group) group.push(claim);
    else groups.set(find(at), [claim]);
  }
  return [...groups.values()].map((members) => ({ members: members.sort(byAge) }));
}
