import { decide, type Verdicts } from '../decisions/decide.ts';
import { contradicted, type DecisionProblem, type NumberedDecision } from '../decisions/problem.ts';
import type { Extraction, MergeLine, MergeRule } from '../schema.ts';
import { compare } from '../union.ts';
import { type Claim, claimsOn } from './claims.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import { type Identity, identify, type Thing } from './identities.ts';
import { type Links, link } from './link.ts';
import { byAge } from './member.ts';
import { toMergeLine } from './merges.ts';
import { part } from './part.ts';
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
  /** Decisions that contradict each other, or whose words have gone. */
  readonly problems: readonly DecisionProblem[];
}

/**
 * Says who is who: which names of which papers are one thing. A pure function of the sets of facts and decisions,
 * whatever their order. The rules stand in `MERGE_RULES`, and persons win over them; by rule, names of different groups
 * of types (`TYPE_GROUP`) never meet.
 * @param decisions in the order of time
 */
export function resolve(
  facts: readonly Extraction[],
  decisions: readonly NumberedDecision[] = [],
): Resolution {
  const papers = [...facts].sort((a, b) => compare(a.id, b.id));
  const claims = claimsOn(papers, spell(formsOf(papers)));
  const links = link(claims);
  const verdicts = decide(claims, decisions);
  const groups = groupClaims(claims, links, verdicts);
  const problems = [...verdicts.problems];
  const marked = new Map<Claim, MergeRule>();
  const things = groups.map((positions) => {
    mark(positions, claims, links, marked);
    return toThing(positions, claims, verdicts, problems);
  });
  const identities = identify(things);
  const keys = new Map<Claim, string>();
  const named = new Map<Extraction, Map<string, string>>();
  for (const { key, members } of identities) {
    for (const claim of members) {
      keys.set(claim, key);
      const own = named.get(claim.paper) ?? new Map<string, string>();
      named.set(claim.paper, own.set(claim.entity.name, key));
    }
  }
  return {
    identities,
    keyOf: (paper, entity) => named.get(paper)?.get(entity),
    merges: identities.flatMap((identity) => toMergeLine(identity, marked) ?? []),
    ambiguities: ambiguitiesOf(links, claims, keys),
    problems,
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

/** The positions of the claims of each thing: what rules and persons join, without what persons keep apart. */
function groupClaims(claims: readonly Claim[], links: Links, verdicts: Verdicts): number[][] {
  const joined = createDisjointSets();
  for (const at of claims.keys()) {
    joined.unite(at, links.sets.find(at));
    joined.unite(at, verdicts.same.find(at));
  }
  const groups = new Map<number, number[]>();
  for (const at of claims.keys()) {
    const group = groups.get(joined.find(at));
    if (group) group.push(at);
    else groups.set(joined.find(at), [at]);
  }
  return [...groups.values()].flatMap((group) => part(group, claims, verdicts, links.company));
}

/** Notes the rules of claims whose names alone do not tell why they are here. */
function mark(
  positions: readonly number[],
  claims: readonly Claim[],
  { sets, byCompany }: Links,
  marked: Map<Claim, MergeRule>,
): void {
  const [first] = positions;
  for (const at of positions) {
    const claim = claims[at];
    if (!claim || first === undefined) continue;
    if (sets.find(at) !== sets.find(first)) marked.set(claim, 'decision');
    else if (byCompany.has(at)) marked.set(claim, 'company');
  }
}

/** Of several names that persons gave a thing it bears the latest. */
function toThing(
  positions: readonly number[],
  claims: readonly Claim[],
  { names }: Verdicts,
  problems: DecisionProblem[],
): Thing {
  const [first, ...rest] = positions.flatMap((at) => claims[at] ?? []).sort(byAge);
  if (!first) throw new RangeError('a thing has at least one member');
  const within = names.length > 0 ? new Set(positions) : undefined;
  const given = names.filter(({ at }) => within?.has(at));
  const last = given.at(-1);
  for (const { line, name } of given) {
    if (last && name !== last.name) problems.push(contradicted(line, last.line));
  }
  return { members: [first, ...rest], renamed: last?.name };
}

function ambiguitiesOf(
  { unlinked }: Links,
  claims: readonly Claim[],
  keys: ReadonlyMap<Claim, string>,
): Ambiguity[] {
  const keysAt = (at: number | undefined) => {
    const claim = at === undefined ? undefined : claims[at];
    return (claim && keys.get(claim)) ?? [];
  };
  return unlinked
    .flatMap(({ at, senses }) => {
      const candidates = senses.flatMap(({ claims: [said] }) => keysAt(said)).sort(compare);
      return [keysAt(at)]
        .flat()
        .map((key) => ({ key, candidates: candidates.filter((other) => other !== key) }));
    })
    .filter(({ candidates }) => candidates.length > 1)
    .sort((a, b) => compare(a.key, b.key));
}
