import type { Derived } from '../../graph/derive.ts';
import type { Documents } from '../../graph/documents.ts';
import { joinKeys } from '../../graph/knowledge-graph.ts';
import { sentenceOf } from '../../graph/property-graph/sentence-of.ts';
import { isExpansion } from '../../graph/resolve/expansion.ts';
import { TYPE_GROUP } from '../../graph/resolve/type-group.ts';
import type { EdgeLine, NodeLine } from '../../graph/schema.ts';
import { slug } from '../../graph/slug.ts';
import { compare } from '../../graph/union.ts';

/** Two things that nearly became one, for a person to judge. */
export interface Candidate {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
  /** Where each is named, in the earliest of its papers by id. */
  readonly sentences: readonly [a: string, b: string];
}

/**
 * What nearly merged: mentions that may be one of several things, things of one name and group of types, and long names
 * whose initials are an acronym that no paper says they are. Sorted by key; each pair once.
 */
export function findCandidates(derived: Derived, documents: Documents): Candidate[] {
  const pairs = new Map<string, Omit<Candidate, 'sentences'>>();
  const add = (one: string, other: string, reason: string) => {
    const [a, b] = compare(one, other) < 0 ? [one, other] : [other, one];
    const key = joinKeys(a, b);
    if (a !== b && !pairs.has(key)) pairs.set(key, { a, b, reason });
  };
  for (const { key, candidates } of derived.ambiguities) {
    for (const candidate of candidates) add(key, candidate, UNDECIDED);
  }
  const things = [...derived.nodes()].filter(isThing);
  const named = byMark(things, ({ name }) => slug(name));
  for (const [first, ...others] of named.values()) {
    for (const other of others) add(first.key, other.key, ONE_NAME);
  }
  const spelledOut = byMark(things, ({ name }) => initials(name));
  for (const [mark, shorts] of named) {
    for (const long of spelledOut.get(mark) ?? []) {
      for (const short of shorts) {
        if (isExpansion(short.name, long.name)) add(short.key, long.key, LONG_FORM);
      }
    }
  }
  const sorted = [...pairs.values()].sort(
    (one, other) => compare(one.a, other.a) || compare(one.b, other.b),
  );
  const sentences = sentencesOf(new Set(sorted.flatMap(({ a, b }) => [a, b])), derived, documents);
  const sentence = (key: string) => sentences.get(key) ?? '';
  return sorted.map((pair) => ({ ...pair, sentences: [sentence(pair.a), sentence(pair.b)] }));
}

const UNDECIDED = 'several things bear this name, and nothing beside it says which one is meant';
const ONE_NAME = 'they bear one name, but their long forms differ or their papers each propose it';
const LONG_FORM = 'one looks like the long form of the other, but no paper says so';

type Thing = Extract<NodeLine, { aliases: unknown }>;
const isThing = (node: NodeLine): node is Thing => 'aliases' in node;

/** Things of one group of types by a mark that they share; those without one are left out. */
function byMark(
  things: readonly Thing[],
  markOf: (thing: Thing) => string,
): Map<string, [Thing, ...Thing[]]> {
  const groups = new Map<string, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const mark = markOf(thing);
    if (mark === '') continue;
    const name = `${TYPE_GROUP[thing.type]} ${mark}`;
    const group = groups.get(name);
    if (group) group.push(thing);
    else groups.set(name, [thing]);
  }
  return groups;
}

/** `Mixture of Experts` -> `moe`; none of a single word. */
function initials(name: string): string {
  const letters = [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].join('').toLowerCase();
  return letters.length > 1 ? letters : '';
}

/** Where each thing is named, in the earliest of its papers by id. */
function sentencesOf(
  keys: ReadonlySet<string>,
  { edges }: Derived,
  documents: Documents,
): Map<string, string> {
  const firsts = new Map<string, EdgeLine>();
  for (const edge of edges()) {
    const { type, target, paper } = edge;
    if (type !== 'MENTIONS' || !keys.has(target)) continue;
    const first = firsts.get(target);
    if (!first || compare(paper, first.paper) < 0) firsts.set(target, edge);
  }
  const sentence = sentenceOf(documents);
  return new Map([...firsts].map(([key, mention]) => [key, sentence(mention) ?? '']));
}
