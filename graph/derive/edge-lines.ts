import { GraphError } from '../errors.ts';
import { edgeKey, paperKey } from '../knowledge-graph.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { Variant } from '../resolve/variants.ts';
import {
  type EdgeAttributes,
  type EdgeLine,
  type ExtractedResult,
  type Extraction,
  type Place,
  RESULT_SLOTS,
  SCHEMA_VERSION,
  SLOTS,
  VARIANT_OF,
} from '../schema.ts';
import { compare } from '../union.ts';
import { distinctResults } from './node-lines.ts';

type KeyOf = Resolution['keyOf'];

/** What an entity is said to be to another one: by a paper, or by the rule that finds families. */
export interface Outgoing {
  readonly target: string;
  readonly attributes: EdgeAttributes;
}

/**
 * The relations that go out from entities, by their keys, in the order of the papers.
 * @throws GraphError for a relation whose ends are not among the entities of its paper
 */
export function outgoingOf(
  papers: readonly Extraction[],
  variants: readonly Variant[],
  keyOf: KeyOf,
): ReadonlyMap<string, readonly Outgoing[]> {
  const outgoing = new Map<string, Outgoing[]>();
  const add = (source: string, target: string, attributes: EdgeAttributes) => {
    const others = outgoing.get(source);
    if (others) others.push({ target, attributes });
    else outgoing.set(source, [{ target, attributes }]);
  };
  for (const paper of papers) {
    for (const { source, type, target, evidence, by, confidence } of paper.relations) {
      const from = source === 'Paper' ? paperKey(paper.id) : keyOf(paper, source);
      const to = keyOf(paper, target);
      if (!from || !to) {
        throw new GraphError(`${paper.id}: ${source} ${type} ${target} has no such ends`);
      }
      // Two names of one paper that are one thing say nothing of each other.
      if (source === 'Paper' || from === to) continue;
      add(from, to, { type, paper: paper.id, ...evidence, by, confidence });
    }
  }
  for (const { source, target, part, paper, place } of variants) {
    const isPart = ({ target: whole, attributes }: Outgoing) =>
      whole === target && attributes.type === 'PART_OF';
    // What its paper calls a part of its family stays a part.
    if (outgoing.get(source)?.some(isPart)) continue;
    add(source, target, { type: VARIANT_OF, by: `name:${part}`, confidence: 1, paper, ...place });
  }
  return outgoing;
}

/** A node from which edges go out: an entity, a paper, or one of its results. */
interface Source {
  readonly key: string;
  readonly paper?: Extraction;
  readonly result?: ExtractedResult;
}

/**
 * The claims of all papers as lines, sorted by `edgeKey`: made source by source, so that nobody has to hold them all.
 * Of two claims of one paper between the same ends the first stands.
 */
export function* edgeLinesOf(
  papers: readonly Extraction[],
  outgoing: ReadonlyMap<string, readonly Outgoing[]>,
  keyOf: KeyOf,
): Generator<EdgeLine> {
  const sources: Source[] = [...outgoing.keys()].map((key) => ({ key }));
  for (const paper of papers) {
    sources.push({ key: paperKey(paper.id), paper });
    for (const { key, result } of distinctResults(paper)) sources.push({ key, paper, result });
  }
  // A space comes before all that a key may go on with.
  const sorted = sources.map((source) => ({ source, rank: edgeKey(source.key, NO_EDGE, '') }));
  sorted.sort((a, b) => compare(a.rank, b.rank));
  for (const { source } of sorted) yield* linesFrom(source, outgoing, keyOf);
}

const NO_EDGE = { type: 'MENTIONS', paper: '' } as const;

function linesFrom(
  { key, paper, result }: Source,
  outgoing: ReadonlyMap<string, readonly Outgoing[]>,
  keyOf: KeyOf,
): EdgeLine[] {
  const lines = new Map<string, EdgeLine>();
  const add = ({ target, attributes }: Outgoing) => {
    const edge = edgeKey(key, attributes, target);
    if (lines.has(edge)) return;
    lines.set(edge, { schema: SCHEMA_VERSION, source: key, target, ...attributes });
  };
  if (!paper) outgoing.get(key)?.forEach(add);
  else if (result) claimsOfResult(paper, result, keyOf).forEach(add);
  else {
    mentionsOf(paper, keyOf).forEach(add);
    proposalsOf(paper, keyOf).forEach(add);
  }
  if (lines.size < 2) return [...lines.values()];
  return [...lines].sort(([a], [b]) => compare(a, b)).map(([, line]) => line);
}

/** Two names of one paper that turn out to be one thing are mentioned together. */
function mentionsOf(paper: Extraction, keyOf: KeyOf): Outgoing[] {
  const byTarget = new Map<string, { places: Place[]; confidence: number }>();
  for (const { name, mentions, confidence } of paper.entities) {
    const target = keyOf(paper, name);
    if (!target) continue;
    const places = [...(byTarget.get(target)?.places ?? []), ...mentions].sort(byPlace);
    byTarget.set(target, { places, confidence });
  }
  return [...byTarget].flatMap(([target, { places, confidence }]) => {
    const [first] = places;
    const claim = { by: 'model', paper: paper.id, confidence, places };
    return first ? [{ target, attributes: { type: 'MENTIONS', ...first, ...claim } }] : [];
  });
}

function proposalsOf(paper: Extraction, keyOf: KeyOf): Outgoing[] {
  return paper.relations.flatMap(({ source, type, target, evidence, by, confidence }) => {
    const to = source === 'Paper' ? keyOf(paper, target) : undefined;
    const attributes = { type, paper: paper.id, ...evidence, by, confidence };
    return to ? [{ target: to, attributes }] : [];
  });
}

/** A result whose text names no subject is one of its paper itself. */
function claimsOfResult(paper: Extraction, result: ExtractedResult, keyOf: KeyOf): Outgoing[] {
  const { evidence, number, by, confidence } = result;
  const own = paperKey(paper.id);
  const claim = { paper: paper.id, ...evidence, by, confidence };
  const claims: Outgoing[] = [
    { target: own, attributes: { type: 'REPORTED_IN', ...claim, places: [number] } },
  ];
  for (const slot of RESULT_SLOTS) {
    const name = result[slot];
    const target = name === null ? undefined : keyOf(paper, name);
    if (target) claims.push({ target, attributes: { type: SLOTS[slot].edge, ...claim } });
    else if (slot === 'subject') claims.push({ target: own, attributes: { type: 'OF', ...claim } });
  }
  return claims;
}

function byPlace(a: Place, b: Place): number {
  return compare(b.field, a.field) || a.start - b.start;
}
