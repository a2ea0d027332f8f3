import { append } from '../append.ts';
import type { EntityType } from '../schema.ts';
import type { Claim } from './claims.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { isCoined } from './normalize-name.ts';

/** One of the things that a name may stand for: what a long form says, or what one paper coins. */
export interface Sense {
  /** Positions of the claims that say so. */
  readonly claims: readonly number[];
  /** Whether a long form tells it from others. */
  readonly spelledOut: boolean;
}

/**
 * The senses of a name in which others may use it, and the claims that say nothing about which they mean.
 * - One sense for every long form in use. A long form that another one outweighs more than four times is its paper's
 *   own affair.
 * - One for every paper that surely coins the name, where two do: unless papers that only use the name outnumber them
 *   twice, for then it is one thing that all of them share, and a proposal too many is noise.
 * - Where all others write a word of the language, as in vision, what a paper coins as VISION stays by itself.
 */
export function sensesOf(
  name: number,
  positions: Int32Array,
  claims: readonly Claim[],
  sets: DisjointSets,
): { senses: Sense[]; bare: number[] } {
  const said = new Map<number, number[]>();
  const silent: number[] = [];
  for (const at of positions) {
    const claim = claims[at];
    if (!claim) continue;
    if (claim.definitions.some(({ short }) => short === name)) append(said, sets.find(at), at);
    else if (claim.definitions.length === 0) silent.push(at);
  }
  const papers = (ats: readonly number[]) => new Set(ats.map((at) => claims[at]?.paper.id)).size;
  const most = Math.max(0, ...[...said.values()].map(papers));
  const senses: Sense[] = [...said.values()]
    .filter((ats) => papers(ats) * OUTWEIGHED >= most)
    .map((ats) => ({ claims: ats, spelledOut: true }));
  const coiners = new Map<string, number[]>();
  for (const at of silent) {
    const claim = claims[at];
    if (claim?.coins) append(coiners, claim.paper.id, at);
  }
  const coined = senses.filter((sense) => sense.claims.some((at) => claims[at]?.coins)).length;
  const coinages = coined + coiners.size;
  const using = silent.filter((at) => !claims[at]?.coins);
  const users = papers(using);
  const isWord = using.every((at) => !isCoined(claims[at]?.entity.name ?? ''));
  if (users >= WORD && isWord && senses.length === 0) return { senses, bare: using };
  if (coinages < 2 || users >= SHARED * coinages) return { senses, bare: silent };
  for (const ats of coiners.values()) senses.push({ claims: ats, spelledOut: false });
  const own = new Set([...coiners.values()].flat());
  return { senses, bare: silent.filter((at) => !own.has(at)) };
}

const OUTWEIGHED = 4;
const SHARED = 2;
const WORD = 2;

/** What is known of a sense from the papers that say it. */
export interface Profile {
  readonly sense: Sense;
  readonly papers: ReadonlySet<string>;
  readonly types: ReadonlySet<EntityType>;
  /** The names that stand beside it. */
  readonly company: ReadonlySet<number>;
}

/** The names that a paper names, without those that tell nothing. */
export type Company = (paper: string) => ReadonlySet<number>;

export function profileOf(sense: Sense, claims: readonly Claim[], company: Company): Profile {
  const said = sense.claims.flatMap((at) => claims[at] ?? []);
  const papers = new Set(said.map(({ paper }) => paper.id));
  return {
    sense,
    papers,
    types: new Set(said.map(({ entity }) => entity.type)),
    company: new Set([...papers].flatMap((paper) => [...company(paper)])),
  };
}

/**
 * The sense in which a paper uses a name that it does not explain: its own one, else the one whose papers name more of
 * the same things beside it and whose type it has; undefined where two have equal claim to it, or none has any.
 */
export function chooseSense(
  claim: Claim,
  profiles: readonly Profile[],
  company: Company,
): Sense | undefined {
  const weighed = profiles.map(({ sense, papers, types, company: beside }) => {
    if (papers.has(claim.paper.id)) return { sense, weight: Number.POSITIVE_INFINITY };
    let shared = 0;
    for (const name of company(claim.paper.id)) {
      if (name !== claim.name && beside.has(name)) shared += 1;
    }
    return { sense, weight: 2 * shared + (types.has(claim.entity.type) ? 1 : 0) };
  });
  const [best, second] = weighed.sort((a, b) => b.weight - a.weight);
  if (!best || best.weight === 0 || best.weight === second?.weight) return undefined;
  return best.sense;
}
