import type { Verdicts } from '../decisions/decide.ts';
import type { Claim } from './claims.ts';
import { type Company, chooseSense, profileOf } from './senses.ts';

/** Positions of claims, in their order. */
export type Positions = Int32Array | readonly number[];

/**
 * Parts the claims of one thing that persons take for several: each claim of a decision goes to the first part that it
 * may share, the others to the part of which their long form, company or type tells, else to the first.
 * @param positions the positions of the thing's claims
 */
export function part(
  positions: Int32Array,
  claims: readonly Claim[],
  { same, different }: Verdicts,
  company: Company,
): Positions[] {
  if (different.length === 0) return [positions];
  const within = new Set(positions);
  const rifts = different.filter(([stays, goes]) => within.has(stays) && within.has(goes));
  if (rifts.length === 0) return [positions];
  const parts: number[] = [];
  const partOf = new Map<number, number>();
  const apart = (atom: number) =>
    rifts.flatMap(([a, b]) => {
      const [one, other] = [same.find(a), same.find(b)];
      return one === atom ? [other] : other === atom ? [one] : [];
    });
  for (const atom of rifts.flat().map(same.find)) {
    if (partOf.has(atom)) continue;
    const taken = new Set(apart(atom).map((other) => partOf.get(other)));
    let index = 0;
    while (taken.has(index)) index += 1;
    partOf.set(atom, index);
    parts[index] = parts[index] ?? index;
  }
  const groups: number[][] = parts.map(() => []);
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

const stemsAt = (claims: readonly Claim[], at: number): string[] =>
  claims[at]?.definitions.map(({ stems }) => stems) ?? [];
