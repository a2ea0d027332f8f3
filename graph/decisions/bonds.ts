import { createDisjointSets } from '../resolve/disjoint-sets.ts';

/** That a person takes two claims for one, or for two; numbers are positions of claims. */
export interface Link {
  readonly line: number;
  readonly a: number;
  readonly b: number;
}

/** What persons take for one, while decisions come in the order of time: the later one wins. */
export interface Bonds {
  /** Takes two for one. @returns those that took for two what is one now, and lose */
  join(link: Link): readonly Link[];
  /** Takes two for one no longer. @returns those that made them one, and lose, the latest first */
  sever(link: Link): readonly Link[];
  readonly joined: () => Generator<Link>;
  /** In the order of time. */
  readonly severed: () => Iterable<Link>;
}

/** Claims that are one, and what makes them so. */
interface Group {
  readonly claims: number[];
  readonly links: Link[];
}

/** The smaller group always goes to the greater one, so that many decisions take hardly longer each than a few. */
export function createBonds(): Bonds {
  const groups = new Map<number, Group>();
  const orders = new Map<Link, number>();
  const rifts = new Set<Link>();
  const riftsAt = new Map<number, Set<Link>>();

  const groupOf = (at: number): Group => {
    const known = groups.get(at);
    if (known) return known;
    const alone = { claims: [at], links: [] };
    groups.set(at, alone);
    return alone;
  };

  /** @returns the claims whose group is another one now */
  function merge(link: Link): readonly number[] {
    const [one, other] = [groupOf(link.a), groupOf(link.b)];
    const [small, great] = sizeOf(one) < sizeOf(other) ? [one, other] : [other, one];
    great.links.push(link);
    if (small === great) return [];
    for (const at of small.claims) {
      great.claims.push(at);
      groups.set(at, great);
    }
    for (const own of small.links) great.links.push(own);
    return small.claims;
  }

  const riftsOf = (at: number): Set<Link> => {
    const own = riftsAt.get(at) ?? new Set();
    riftsAt.set(at, own);
    return own;
  };

  const inOrder = (a: Link, b: Link) => (orders.get(a) ?? 0) - (orders.get(b) ?? 0);

  return {
    join(link) {
      orders.set(link, orders.size);
      const closed = merge(link).flatMap((at) =>
        [...riftsOf(at)].filter(({ a, b }) => groupOf(a) === groupOf(b)),
      );
      for (const rift of closed) {
        rifts.delete(rift);
        for (const at of [rift.a, rift.b]) riftsOf(at).delete(rift);
      }
      return closed.sort(inOrder);
    },
    sever(rift) {
      orders.set(rift, orders.size);
      const { a, b } = rift;
      const group = groupOf(a);
      const broken = group === groupOf(b) ? breakLinks(group.links.sort(inOrder), a, b) : [];
      if (broken.length > 0) {
        const lost = new Set(broken);
        for (const at of group.claims) groups.delete(at);
        for (const link of group.links) if (!lost.has(link)) merge(link);
      }
      rifts.add(rift);
      for (const at of [a, b]) riftsOf(at).add(rift);
      return broken;
    },
    *joined() {
      for (const group of new Set(groups.values())) yield* group.links;
    },
    severed: () => rifts,
  };
}

const sizeOf = ({ claims, links }: Group) => claims.length + links.length;

/**
 * The links that go until two claims are two: again and again the latest of those that hang together with the first.
 * That is each one with which it hung together when the link was made, from the one on that made the two one.
 * @param links in the order of time
 * @returns the latest first
 */
function breakLinks(links: readonly Link[], a: number, b: number): readonly Link[] {
  const positions = new Map<number, number>();
  const positionOf = (at: number) => {
    const position = positions.get(at) ?? positions.size;
    positions.set(at, position);
    return position;
  };
  const { find, unite } = createDisjointSets();
  const setOf = (at: number) => find(positionOf(at));
  const broken: Link[] = [];
  for (const link of links) {
    unite(positionOf(link.a), positionOf(link.b));
    if (setOf(a) === setOf(b) && setOf(link.a) === setOf(a)) broken.push(link);
  }
  return broken.reverse();
}
