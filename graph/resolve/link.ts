import { isClassTerm } from '../class-terms.ts';
import type { Claim } from './claims.ts';
import { createDisjointSets, type DisjointSets } from './disjoint-sets.ts';
import { type Company, chooseSense, profileOf, type Sense, sensesOf } from './senses.ts';

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
}

/**
 * Joins claims by the rules, in this order:
 * 1. `definition`: claims that spell a name out meet by the long form, and by the acronym where the long forms agree;
 * 2. `spelling`, `rendering`: a claim that explains nothing meets the others of its name, if the name has one sense;
 * 3. `company`: where a name has several senses, it goes to the one whose things its paper names, or to none.
 * The outcome is a function of the set of claims; their order decides nothing.
 */
export function link(claims: readonly Claim[]): Links {
  const sets = createDisjointSets();
  const nodeOf = (name: number) => claims.length + name;
  const byName = new Map<number, number[]>();
  for (const [at, { name, definitions }] of claims.entries()) {
    for (const { long } of definitions) sets.unite(at, nodeOf(long));
    for (const own of new Set([name, ...definitions.map(({ short }) => short)])) {
      const list = byName.get(own);
      if (list) list.push(at);
      else byName.set(own, [at]);
    }
  }
  for (const [name, positions] of byName) uniteAgreeing(name, positions, claims, sets);
  const company = companyOf(claims);
  const unlinked: Unlinked[] = [];
  const byCompany = new Set<number>();
  for (const [name, positions] of byName) {
    // Most names stand in one paper alone.
    const [lone, another] = positions;
    if (lone !== undefined && another === undefined) {
      if (claims[lone]?.definitions.length === 0) sets.unite(nodeOf(name), lone);
      continue;
    }
    const { senses, bare } = sensesOf(name, positions, claims, sets);
    for (const { claims: said } of senses) uniteAll(sets, said);
    const [only] = senses;
    if (!only) uniteAll(sets, [nodeOf(name), ...bare]);
    else if (senses.length === 1) uniteAll(sets, [...only.claims, ...bare]);
    else {
      const profiles =
        bare.length > 0 ? senses.map((sense) => profileOf(sense, claims, company)) : [];
      for (const at of bare) {
        const claim = claims[at];
        const sense = claim && chooseSense(claim, profiles, company);
        if (sense) {
          uniteAll(sets, [at, ...sense.claims.slice(0, 1)]);
          byCompany.add(at);
        } else unlinked.push({ at, senses });
      }
    }
  }
  return { sets, unlinked, byCompany, company };
}

/** Joins the claims that spell one acronym out by long forms that agree. */
function uniteAgreeing(
  name: number,
  positions: readonly number[],
  claims: readonly Claim[],
  sets: DisjointSets,
): void {
  const first = new Map<string, number>();
  for (const at of positions) {
    for (const { short, stems } of claims[at]?.definitions ?? []) {
      if (short !== name) continue;
      sets.unite(at, first.get(stems) ?? at);
      first.set(stems, first.get(stems) ?? at);
    }
  }
}

/** Names beside one another in a paper, without class terms and what so many papers name that it tells nothing. */
function companyOf(claims: readonly Claim[]): Company {
  const byPaper = new Map<string, Set<number>>();
  const papers = new Map<number, number>();
  const terms = new Map<number, boolean>();
  for (const { paper, entity, name } of claims) {
    const isTerm = terms.get(name) ?? isClassTerm(entity.name, entity.type);
    terms.set(name, isTerm);
    if (isTerm) continue;
    const names = byPaper.get(paper.id) ?? new Set();
    byPaper.set(paper.id, names);
    if (names.has(name)) continue;
    names.add(name);
    papers.set(name, (papers.get(name) ?? 0) + 1);
  }
  const most = Math.max(FEW, byPaper.size / COMMON);
  for (const names of byPaper.values()) {
    for (const name of names) if ((papers.get(name) ?? 0) > most) names.delete(name);
  }
  return (paper) => byPaper.get(paper) ?? NOBODY;
}

/** A name in more than one paper of so many is common; in so few papers altogether none is. */
const COMMON = 20;
const FEW = 20;
const NOBODY: ReadonlySet<number> = new Set();

function uniteAll(sets: DisjointSets, items: readonly number[]): void {
  const [first, ...rest] = items;
  if (first === undefined) return;
  for (const item of rest) sets.unite(first, item);
}
