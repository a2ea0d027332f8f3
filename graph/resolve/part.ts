import { append } from '../append.ts';
import type { Verdicts } from '../decisions/decide.ts';
import type { Claim } from './claims.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { type Company, chooseSense, profileOf } from './senses.ts';

/** Positions of claims, in their order. */
export type Positions = Int32Array | readonly number[];

/** Pairs of claims that persons take for two, with their place in the order of time, by the claim that stays. */
export type Rifts = ReadonlyMap<number, readonly Rift[]>;

interface Rift {
  readonly order: number;
  readonly stays: number;
  readonly goes: number;
}

/** `[[4, 9]]` -> `{ 4: [{ order: 0, stays: 4, goes: 9 }] }` */
export function riftsOf(different: Verdicts['different']): Rifts {
  const rifts = new Map<number, Rift[]>();
  for (const [order, [stays, goes]] of different.entries()) {
    append(rifts, stays, { order, stays, goes });
  }
  return rifts;
}

/**
 * Parts the claims of one thing that persons take for several: each claim of a decision goes to the first part that it
 * may share, the others to the part of which their long form, company or type tells, else to the first.
 * @param positions the positions of the thing's claims
 * @param same claims that must be one thing share a set
 * @param rifts of all things
 */
export function part(
  positions: Int32Array,
  claims: readonly Claim[],
  same: DisjointSets,
  rifts: Rifts,
  company: Company,
): Positions[] {
  const own = riftsWithin(positions, rifts);
  if (own.length === 0) return [positions];
  const partOf = partAtoms(own, same);
  const groups: number[][] = [];
  for (const index of partOf.values()) groups[index] = [];
  const rest: number[] = [];
  for (const at of positions) {
    const index = partOf.get(same.find(at));
    if (index === undefined) rest.push(at);
    else groups[index]?.push(at);
  }
  const seeds = groups.map((group) =>
    profileOf({ claims: [...group], spelledOut: false }, claims, company),
  );
  const stems = seeds.map(
    ({ sense }) => new Set(sense.claims.flatMap((at) => stemsAt(claims, at))),
  );
  for (const at of rest) {
    const claim = claims[at];
    const spelled = stems.findIndex((known) => stemsAt(claims, at).some((stem) => known.has(stem)));
    const chosen = claim && chooseSense(claim, seeds, company);
    const index = spelled >= 0 ? spelled : seeds.findIndex(({ sense }) => sense === chosen);
    groups[Math.max(0, index)]?.push(at);
  }
  return groups;
}

/** The rifts of one thing, in the order of time. */
function riftsWithin(positions: Int32Array, rifts: Rifts): Rift[] {
  if (rifts.size === 0) return [];
  const staying = Array.from(positions).flatMap((at) => rifts.get(at) ?? []);
  if (staying.length === 0) return [];
  const within = new Set(positions);
  return staying.filter(({ goes }) => within.has(goes)).sort((a, b) => a.order - b.order);
}

/** The part of each set of claims that a rift names: the first where nothing is that must be apart from it. */
function partAtoms(rifts: readonly Rift[], { find }: DisjointSets): Map<number, number> {
  const apart = new Map<number, number[]>();
  for (const { stays, goes } of rifts) {
    append(apart, find(stays), find(goes));
    append(apart, find(goes), find(stays));
  }
  const partOf = new Map<number, number>();
  for (const [atom, others] of apart) {
    const taken = new Set(others.map((other) => partOf.get(other)));
    let index = 0;
    while (taken.has(index)) index += 1;
    partOf.set(atom, index);
  }
  return partOf;
}

const stemsAt = (claims: readonly Claim[], at: number): string[] =>
  claims[at]?.definitions.map(({ stems }) => stems) ?? [];
