import { append } from '../append.ts';
import { decide, type Verdicts } from '../decisions/decide.ts';
import { contradicted, type DecisionProblem, type NumberedDecision } from '../decisions/problem.ts';
import type { Extraction, MergeLine, MergeRule } from '../schema.ts';
import { compare } from '../union.ts';
import { acronymsIn } from './acronyms.ts';
import { toBuckets } from './buckets.ts';
import { type Claim, claimsOn } from './claims.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import { type Identity, identify, type Thing } from './identities.ts';
import { type Links, link } from './link.ts';
import { byAge } from './member.ts';
import { toMergeLine } from './merges.ts';
import { type Positions, part, riftsOf } from './part.ts';
import { type Spellings, spell } from './spellings.ts';

/** A mention that may be one of several things, and stays by itself. */
export interface Ambiguity {
  readonly key: string;
  /** The keys of the things that it may be. */
  readonly candidates: readonly string[];
}

export interface Resolution {
  /** Sorted by key. */
  readonly identities: Identity[];
  /** The position among the identities of what a paper calls so. */
  readonly positionOf: (paper: Extraction, name: string) => number | undefined;
  /** Its key. */
  readonly keyOf: (paper: Extraction, name: string) => string | undefined;
  /** Names of several papers, or spellings of one, that became one thing, sorted by key; made as they are asked for. */
  readonly merges: () => Generator<MergeLine>;
  readonly spellings: Spellings;
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
  const spellings = spell(formsOf(papers), acronymsIn(papers));
  const claims = claimsOn(papers, spellings);
  const links = link(claims, spellings.amount);
  const verdicts = decide(claims, decisions);
  const problems = [...verdicts.problems];
  const named = namesAt(verdicts);
  const marked = new Map<Claim, MergeRule>();
  const things: Thing[] = [];
  for (const positions of groupClaims(claims, links, verdicts)) {
    mark(positions, claims, links, marked);
    things.push(toThing(positions, claims, named, problems));
  }
  const identities = identify(things, spellings);
  const positions = new Int32Array(claims.length);
  for (const [position, { members }] of identities.entries()) {
    for (const { at } of members) positions[at] = position;
  }
  const starts = new Map<Extraction, number>();
  for (const [at, { paper }] of claims.entries()) if (!starts.has(paper)) starts.set(paper, at);
  const positionOf: Resolution['positionOf'] = (paper, name) => {
    const index = paper.entities.findIndex((entity) => entity.name === name);
    return index < 0 ? undefined : positions[(starts.get(paper) ?? claims.length) + index];
  };
  const keyAt = (position: number | undefined) =>
    position === undefined ? undefined : identities[position]?.key;
  function* merges(): Generator<MergeLine> {
    for (const identity of identities) {
      const line = toMergeLine(identity, marked);
      if (line) yield line;
    }
  }
  return {
    identities,
    positionOf,
    keyOf: (paper, name) => keyAt(positionOf(paper, name)),
    merges,
    spellings,
    ambiguities: ambiguitiesOf(links, (claim) => keyAt(positions[claim])),
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
function* groupClaims(
  claims: readonly Claim[],
  links: Links,
  { same, different }: Verdicts,
): Generator<Positions> {
  const joined = createDisjointSets(claims.length);
  for (const at of claims.keys()) {
    joined.unite(at, links.sets.find(at));
    joined.unite(at, same.find(at));
  }
  const groups = toBuckets(claims.length, (put) => {
    for (const at of claims.keys()) put(joined.find(at), at);
  });
  const rifts = riftsOf(different);
  for (const at of claims.keys()) {
    const group = groups.of(at);
    if (group.length > 0) yield* part(group, claims, same, rifts, links.company);
  }
}

/** Notes the rules of claims whose names alone do not tell why they are here. */
function mark(
  positions: Positions,
  claims: readonly Claim[],
  { sets, byCompany, byUsage }: Links,
  marked: Map<Claim, MergeRule>,
): void {
  const [first] = positions;
  // One claim by itself is not merged.
  if (first === undefined || positions.length < 2) return;
  for (const at of positions) {
    const claim = claims[at];
    if (!claim) continue;
    if (sets.find(at) !== sets.find(first)) marked.set(claim, 'decision');
    else if (byCompany.has(at)) marked.set(claim, 'company');
    else if (byUsage.has(at)) marked.set(claim, 'usage');
  }
}

type GivenName = Verdicts['names'][number] & { readonly order: number };
type GivenNames = ReadonlyMap<number, readonly GivenName[]>;

/** The names that persons gave, by claim, with their place in the order of time. */
function namesAt({ names }: Verdicts): GivenNames {
  const given = new Map<number, GivenName[]>();
  for (const [order, name] of names.entries()) append(given, name.at, { ...name, order });
  return given;
}

/** Of several names that persons gave a thing it bears the latest. */
function toThing(
  positions: Positions,
  claims: readonly Claim[],
  named: GivenNames,
  problems: DecisionProblem[],
): Thing {
  const members = Array.from(positions).flatMap((at) => claims[at] ?? []);
  if (!isFilled(members)) throw new RangeError('a thing has at least one member');
  members.sort(byAge);
  const given = named.size > 0 ? Array.from(positions).flatMap((at) => named.get(at) ?? []) : [];
  given.sort((a, b) => a.order - b.order);
  const last = given.at(-1);
  for (const { line, name } of given) {
    if (last && name !== last.name) problems.push(contradicted(line, last.line));
  }
  return { members, renamed: last?.name };
}

const isFilled = (members: Claim[]): members is [Claim, ...Claim[]] => members.length > 0;

function ambiguitiesOf(
  { unlinked }: Links,
  keyOf: (claim: number) => string | undefined,
): Ambiguity[] {
  return unlinked
    .flatMap(({ at, senses }) => {
      const key = keyOf(at);
      const candidates = senses
        .flatMap(({ claims: [said] }) => (said === undefined ? [] : (keyOf(said) ?? [])))
        .filter((other) => other !== key);
      return key !== undefined && candidates.length > 1
        ? [{ key, candidates: candidates.sort(compare) }]
        : [];
    })
    .sort((a, b) => compare(a.key, b.key));
}
