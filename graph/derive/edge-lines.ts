import { compareEdges, compareKeys, paperKey } from '../knowledge-graph.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { Variant } from '../resolve/variants.ts';
import {
  type EdgeLine,
  type Extraction,
  type Place,
  RESULT_SLOTS,
  SCHEMA_VERSION,
  SLOTS,
  VARIANT_OF,
} from '../schema.ts';
import { compare } from '../union.ts';
import { distinctResults, type PaperResult } from './distinct-results.ts';
import type { Outgoing } from './outgoing.ts';

/** What edges are made of. */
export interface Claims extends Pick<Resolution, 'identities' | 'keyOf'> {
  readonly papers: readonly Extraction[];
  readonly outgoing: Outgoing;
  readonly variants: readonly Variant[];
}

/** A node from which edges go out: an entity by its position among the identities, a paper, or one of its results. */
type Source =
  | { readonly key: string; readonly position: number }
  | { readonly key: string; readonly paper: Extraction }
  | PaperResult;

/**
 * The claims of all papers as lines, sorted by `edgeKey`: made source by source, so that nobody has to hold them all.
 * Of two claims of one paper between the same ends the first stands.
 */
export function* edgeLinesOf(claims: Claims): Generator<EdgeLine> {
  const { papers, identities, keyOf, outgoing } = claims;
  const variants = new Map(claims.variants.map((variant) => [variant.source, variant]));
  const sources: Source[] = [
    ...identities
      .map(({ key }, position) => ({ key, position }))
      .filter(({ key, position }) => outgoing.has(position) || variants.has(key)),
    ...papers.map((paper) => ({ key: paperKey(paper.id), paper })),
    ...papers.flatMap((paper) => distinctResults(paper, keyOf)),
  ];
  sources.sort((a, b) => compareKeys(a.key, b.key));
  for (const source of sources) {
    if ('position' in source) {
      const lines = linesOfEntity(source, claims);
      const variant = variants.get(source.key);
      yield* distinct(variant ? withVariant(lines, variant) : lines);
    } else if ('result' in source) yield* distinct(linesOfResult(source, claims));
    else yield* distinct(linesOfPaper(source, claims));
  }
}

/** Lines of one source in order. */
function distinct(lines: EdgeLine[]): EdgeLine[] {
  if (lines.length < 2) return lines;
  return lines.sort(compareEdges).filter((line, index) => {
    const before = lines[index - 1];
    return !before || compareEdges(before, line) !== 0;
  });
}

const schema = SCHEMA_VERSION;

function linesOfEntity(
  { key: source, position }: Extract<Source, { position: number }>,
  { identities, outgoing }: Claims,
): EdgeLine[] {
  return outgoing.of(position).flatMap(({ paper: { id: paper }, said, target: other }) => {
    const { type, evidence, by, confidence } = said;
    const { field, start, end } = evidence;
    const target = identities[other]?.key;
    return target ? { schema, source, target, type, paper, field, start, end, by, confidence } : [];
  });
}

/** What its paper calls a part of its family stays a part. */
function withVariant(
  lines: EdgeLine[],
  { source, target, part, paper, place }: Variant,
): EdgeLine[] {
  if (lines.some((line) => line.target === target && line.type === 'PART_OF')) return lines;
  const { field, start, end } = place;
  const by = `name:${part}`;
  lines.push({
    schema,
    source,
    target,
    type: VARIANT_OF,
    by,
    confidence: 1,
    paper,
    field,
    start,
    end,
  });
  return lines;
}

function linesOfPaper(
  { key: source, paper }: Extract<Source, { paper: Extraction }>,
  { keyOf }: Claims,
): EdgeLine[] {
  const lines = mentionsIn(source, paper, (name) => keyOf(paper, name));
  for (const {
    source: proposer,
    type,
    target: name,
    evidence,
    by,
    confidence,
  } of paper.relations) {
    const target = proposer === 'Paper' ? keyOf(paper, name) : undefined;
    const { field, start, end } = evidence;
    if (target)
      lines.push({
        schema,
        source,
        target,
        type,
        paper: paper.id,
        field,
        start,
        end,
        by,
        confidence,
      });
  }
  return lines;
}

/** Two names of one paper that turn out to be one thing are mentioned together. */
function mentionsIn(
  source: string,
  { id: paper, entities }: Extraction,
  keyOf: (name: string) => string | undefined,
): EdgeLine[] {
  const byTarget = new Map<string, { places: Place[]; confidence: number }>();
  for (const { name, mentions, confidence } of entities) {
    const target = keyOf(name);
    if (!target) continue;
    const places = [...(byTarget.get(target)?.places ?? []), ...mentions].sort(byPlace);
    byTarget.set(target, { places, confidence });
  }
  const lines: EdgeLine[] = [];
  for (const [target, { places, confidence }] of byTarget) {
    const [first] = places;
    if (!first) continue;
    const { field, start, end } = first;
    const claim = { field, start, end, by: 'model', paper, confidence, places };
    lines.push({ schema, source, target, type: 'MENTIONS', ...claim });
  }
  return lines;
}

/** A result whose text names no subject is one of its paper itself. */
function linesOfResult(
  { key: source, paper: teller, result }: PaperResult,
  { keyOf }: Claims,
): EdgeLine[] {
  const { evidence, number, by, confidence } = result;
  const { field, start, end } = evidence;
  const paper = teller.id;
  const own = paperKey(paper);
  const claim = { paper, field, start, end, by, confidence };
  const lines: EdgeLine[] = [
    { schema, source, target: own, type: 'REPORTED_IN', ...claim, places: [number] },
  ];
  for (const slot of RESULT_SLOTS) {
    const name = result[slot];
    const target = name === null ? undefined : keyOf(teller, name);
    const other = target ?? (slot === 'subject' ? own : undefined);
    if (other) lines.push({ schema, source, target: other, type: SLOTS[slot].edge, ...claim });
  }
  return lines;
}

function byPlace(a: Place, b: Place): number {
  return compare(b.field, a.field) || a.start - b.start;
}
