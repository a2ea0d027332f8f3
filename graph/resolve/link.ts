import { isClassTerm } from '../class-terms.ts';
import { proposes } from '../proposes.ts';
import { toBuckets } from './buckets.ts';
import type { Claim } from './claims.ts';
import { createDisjointSets, type DisjointSets } from './disjoint-sets.ts';
import { longFormIn } from './expansion.ts';
import { areUnlike, hasAcronym, isSpelledIn, stemsOf } from './long-forms.ts';
import {
  type Company,
  chooseSense,
  type Profile,
  profileOf,
  type Sense,
  sensesOf,
} from './senses.ts';
import { type Led, leadingOf, leads, usedElsewhere } from './usage.ts';
import { partByCase } from './word-or-name.ts';

/** A mention that may be one of several things, and nothing in its paper says which. */
export interface Unlinked {
  readonly at: number;
  readonly senses: readonly Sense[];
}

export interface Links {
  /** Claims on one thing share a set; their numbers are their positions. */
  readonly sets: DisjointSets;
  readonly unlinked: readonly Unlinked[];
  readonly company: Company;
  /** Positions of the claims that went to one of several senses by what stands beside them. */
  readonly byCompany: ReadonlySet<number>;
  /** Positions of the claims that went to the sense in which nearly all papers use their name. */
  readonly byUsage: ReadonlySet<number>;
}

/**
 * Joins claims by the rules, in this order:
 * 1. `definition`: claims that spell a name out meet by the long form, and by the acronym where the long forms agree;
 * 2. `spelling`, `rendering`: a claim that explains nothing meets the others of its name, if the name has one sense
 *    and is not a word of the language to one of them and a name to the other;
 * 3. `company`: where a name has several senses, it goes to the one whose things its paper names; to none whose long form
 *    is another than its paper gives it in brackets;
 * 4. `usage`: what is left goes to the sense that nearly all others mean, unless its paper proposes it, or to none.
 * The outcome is a function of the set of claims; their order decides nothing.
 * @param claims those of one paper together
 * @param names how many numbers names have
 */
export function link(claims: readonly Claim[], names: number): Links {
  const sets = createDisjointSets(claims.length + names);
  const nodeOf = (name: number) => claims.length + name;
  for (const [at, { definitions }] of claims.entries()) {
    for (const { long } of definitions) sets.unite(at, nodeOf(long));
  }
  const byName = toBuckets(names, (put) => {
    for (const [at, { name, definitions }] of claims.entries()) {
      put(name, at);
      for (const [index, { short }] of definitions.entries()) {
        const isSaid = short === name || definitions.slice(0, index).some((d) => d.short === short);
        if (!isSaid) put(short, at);
      }
    }
  });
  for (let name = 0; name < names; name += 1) uniteAgreeing(name, byName.of(name), claims, sets);
  const company = companyOf(claims, names);
  const unlinked: Unlinked[] = [];
  const byCompany = new Set<number>();
  const led: Led[] = [];
  for (let name = 0; name < names; name += 1) {
    const positions = byName.of(name);
    // Most names stand in one paper alone.
    const [lone, another] = positions;
    if (lone === undefined) continue;
    if (another === undefined) {
      if (claims[lone]?.definitions.length === 0) sets.unite(nodeOf(name), lone);
      continue;
    }
    const { words, names: named } = partByCase(name, positions, claims);
    if (words.length > 0) uniteAll(sets, [nodeOf(name), ...words]);
    const { senses, bare } = sensesOf(name, named, claims, sets);
    for (const { claims: said } of senses) uniteAll(sets, said);
    const [only] = senses;
    if (!only) uniteAll(sets, words.length > 0 ? bare : [nodeOf(name), ...bare]);
    else if (senses.length === 1) {
      const longs = longFormsOf(name, only, claims);
      uniteAll(sets, [...only.claims, ...bare.filter((at) => !meansElse(claims[at], longs))]);
    } else {
      const profiles =
        bare.length > 0 ? senses.map((sense) => profileOf(sense, claims, company)) : [];
      const users = new Map(profiles.map(({ sense, papers }) => [sense, new Set(papers)]));
      const undecided: { claim: Claim; may: readonly Profile[] }[] = [];
      for (const at of bare) {
        const claim = claims[at];
        if (!claim) continue;
        const may = agreeing(claim, profiles, claims);
        const sense = chooseSense(claim, may, company);
        if (sense) {
          uniteAll(sets, [at, ...sense.claims.slice(0, 1)]);
          users.get(sense)?.add(claim.paper.id);
          byCompany.add(at);
        } else undecided.push({ claim, may });
      }
      const leading = undecided.length > 0 ? leadingOf(users) : undefined;
      for (const { claim, may } of undecided) {
        const mayLead = may.some(({ sense }) => sense === leading?.sense);
        if (leading && mayLead && !proposes(claim.paper, claim.entity.name))
          led.push({ ...leading, claim, senses });
        else unlinked.push({ at: claim.at, senses });
      }
    }
  }
  const byUsage = new Set<number>();
  const elsewhere = usedElsewhere(led, claims);
  for (const { claim, sense, papers, senses } of led) {
    if (leads(papers, elsewhere(claim))) {
      uniteAll(sets, [claim.at, ...sense.claims.slice(0, 1)]);
      byUsage.add(claim.at);
    } else unlinked.push({ at: claim.at, senses });
  }
  return { sets, unlinked, byCompany, byUsage, company };
}

/** Joins the claims that spell one acronym out by long forms that agree. */
function uniteAgreeing(
  name: number,
  positions: Int32Array,
  claims: readonly Claim[],
  sets: DisjointSets,
): void {
  if (positions.length < 2) return;
  const first = new Map<string, { at: number; words: string }>();
  for (const at of positions) {
    for (const { short, stems, words } of claims[at]?.definitions ?? []) {
      if (short !== name) continue;
      const same = first.get(stems);
      if (same) sets.unite(at, same.at);
      else first.set(stems, { at, words });
    }
  }
  const longs = [...first.values()];
  for (const one of longs) {
    if (!hasAcronym(one.words)) continue;
    for (const other of longs) {
      if (isSpelledIn(one.words, other.words)) sets.unite(one.at, other.at);
    }
  }
}

/** The long forms that a sense has for a name, one for all that agree. */
function longFormsOf(name: number, { claims: said }: Sense, claims: readonly Claim[]): string[] {
  const definitions = said.flatMap((at) => claims[at]?.definitions ?? []);
  const own = definitions.filter(({ short }) => short === name);
  return [...new Map(own.map(({ stems, words }) => [stems, words])).values()];
}

/** Whether a paper gives a name that it was not seen to define a long form, in brackets, which is like none of these. */
function meansElse(claim: Claim | undefined, longs: readonly string[]): boolean {
  const long = claim && longs.length > 0 ? bracketed(claim) : undefined;
  return long !== undefined && longs.every((own) => areUnlike(own, long));
}

/** The long form that the text of its paper gives a claim's name. */
function bracketed({ paper, entity }: Claim): string | undefined {
  const { title = '', text } = paper.document;
  return longFormIn(`${title}. ${text}`, entity.name);
}

/** The senses that a claim's paper leaves its name: all, or those of the long form that its text has. */
function agreeing(
  claim: Claim,
  profiles: readonly Profile[],
  claims: readonly Claim[],
): readonly Profile[] {
  const { name } = claim;
  const long = bracketed(claim);
  if (long === undefined) return profiles;
  const stems = stemsOf(long);
  return profiles.filter(({ sense }) =>
    sense.claims.some((at) =>
      claims[at]?.definitions.some(
        (one) => one.short === name && (one.stems === stems || isSpelledIn(one.words, long)),
      ),
    ),
  );
}

/** Names beside one another in a paper, without class terms and what so many papers name that it tells nothing. */
function companyOf(claims: readonly Claim[], names: number): Company {
  const starts = new Map<string, number>();
  const papers = new Int32Array(names);
  const latest = new Int32Array(names);
  let paper: Claim['paper'] | undefined;
  for (const [at, claim] of claims.entries()) {
    if (claim.paper !== paper) starts.set(claim.paper.id, at);
    paper = claim.paper;
    if (latest[claim.name] === starts.size) continue;
    latest[claim.name] = starts.size;
    papers[claim.name] = (papers[claim.name] ?? 0) + 1;
  }
  const most = Math.max(FEW, starts.size / COMMON);
  const known = new Map<string, ReadonlySet<number>>();
  return (id) => {
    const beside = known.get(id) ?? new Set(besideIn(id));
    known.set(id, beside);
    return beside;
  };
  function* besideIn(id: string): Generator<number> {
    for (let at = starts.get(id) ?? claims.length; claims[at]?.paper.id === id; at += 1) {
      const { name, entity, form } = claims[at] ?? {};
      if (name === undefined || !entity) return;
      const isTelling =
        (papers[name] ?? 0) <= most && !isClassTerm(entity.name, entity.type, form?.slug);
      if (isTelling) yield name;
    }
  }
}

/** A name in more than one paper of so many is common; in so few papers altogether none is. */
const COMMON = 20;
const FEW = 20;

function uniteAll(sets: DisjointSets, items: readonly number[]): void {
  const [first, ...rest] = items;
  if (first === undefined) return;
  for (const item of rest) sets.unite(first, item);
}
