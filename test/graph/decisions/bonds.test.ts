import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bonds, createBonds, type Link } from '../../../graph/decisions/bonds.ts';
import { createDisjointSets } from '../../../graph/resolve/disjoint-sets.ts';

/** The same, said plainly: everything is looked at again for each decision. */
function createPlainBonds(): Bonds {
  let joined: Link[] = [];
  let severed: Link[] = [];
  const sets = () => {
    const all = createDisjointSets();
    for (const { a, b } of joined) all.unite(a, b);
    return all;
  };
  return {
    join(link) {
      joined.push(link);
      const { find } = sets();
      const lost = severed.filter(({ a, b }) => find(a) === find(b));
      severed = severed.filter((other) => !lost.includes(other));
      return lost;
    },
    sever(link) {
      const lost: Link[] = [];
      for (let { find } = sets(); find(link.a) === find(link.b); { find } = sets()) {
        const set = find(link.a);
        const latest = joined.findLast(({ a }) => find(a) === set);
        joined = joined.filter((other) => other !== latest);
        if (latest) lost.push(latest);
      }
      severed.push(link);
      return lost;
    },
    *joined() {
      yield* joined;
    },
    severed: () => severed,
  };
}

const link = (line: number, a: number, b: number): Link => ({ line, a, b });
const lines = (links: Iterable<Link>) => Array.from(links, ({ line }) => line);

describe('createBonds()', () => {
  it('lets what joins two win over what severed them', () => {
    const bonds = createBonds();
    bonds.sever(link(1, 0, 2));
    expect(lines(bonds.join(link(2, 0, 1)))).toEqual([]);
    expect(lines(bonds.join(link(3, 1, 2)))).toEqual([1]);
    expect(lines(bonds.severed())).toEqual([]);
  });

  it('breaks the latest link of a chain', () => {
    const bonds = createBonds();
    bonds.join(link(1, 0, 1));
    bonds.join(link(2, 1, 2));
    expect(lines(bonds.sever(link(3, 0, 2)))).toEqual([2]);
    expect(lines(bonds.joined())).toEqual([1]);
  });

  it('does what looking at everything again does', () => {
    const claim = fc.nat(7);
    const said = fc
      .tuple(fc.constantFrom('join' as const, 'sever' as const), claim, claim)
      .filter(([, a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (all) => {
        const [bonds, plain] = [createBonds(), createPlainBonds()];
        for (const [line, [does, a, b]] of all.entries()) {
          const own = link(line, a, b);
          expect(lines(bonds[does](own))).toEqual(lines(plain[does](own)));
        }
        expect(lines(bonds.severed())).toEqual(lines(plain.severed()));
        expect(lines(bonds.joined()).sort()).toEqual(lines(plain.joined()).sort());
      }),
      { numRuns: 1000 },
    );
  });
});
