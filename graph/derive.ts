import { isClassTerm } from './class-terms.ts';
import { correct, type DecidedTypes, decidedTypes } from './decisions/correct.ts';
import { type DecisionProblem, inOrderOfTime } from './decisions/problem.ts';
import { GraphError } from './errors.ts';
import { formatValue } from './format-value.ts';
import {
  createKnowledgeGraph,
  edgeKey,
  type KnowledgeGraph,
  paperKey,
  resultKey,
} from './knowledge-graph.ts';
import type { Identity } from './resolve/identities.ts';
import { type Ambiguity, type Resolution, resolve } from './resolve/resolve.ts';
import { findVariants } from './resolve/variants.ts';
import {
  type Decision,
  type EdgeAttributes,
  ENTITY_TYPES,
  type EntityNode,
  type EntityType,
  type ExtractedResult,
  type Extraction,
  type MergeLine,
  type PaperNode,
  type Place,
  RESULT_SLOTS,
  SLOTS,
  VARIANT_OF,
} from './schema.ts';
import { toPlain } from './text/latex.ts';
import { compare } from './union.ts';

/** Version of the rules of this folder; another one derives every library again. */
export const DERIVATION_VERSION = 3;

export interface Derived {
  readonly graph: KnowledgeGraph;
  readonly merges: readonly MergeLine[];
  /** Mentions that may be one of several things. */
  readonly ambiguities: readonly Ambiguity[];
  /** Decisions that contradict each other or whose words have gone, by line. */
  readonly problems: readonly DecisionProblem[];
}

/**
 * Derives the graph from facts and decisions: pure, and the same whatever the order in which the papers come.
 * Every edge is one claim of one paper with its place in the text. What persons decided wins over rules and model.
 */
export function derive(facts: readonly Extraction[], decisions: readonly Decision[] = []): Derived {
  const inTime = inOrderOfTime(decisions);
  const sorted = [...facts].sort((a, b) => compare(a.id, b.id));
  const { facts: papers, problems } = correct(sorted, inTime);
  const resolution = resolve(papers, inTime);
  const decided = decidedTypes(papers, inTime);
  const graph = createKnowledgeGraph();
  for (const identity of resolution.identities) {
    graph.addNode(identity.key, entityNode(identity, decided));
  }
  for (const paper of papers) graph.addNode(paperKey(paper.id), paperNode(paper));
  for (const paper of papers) addClaims(graph, paper, resolution);
  addVariants(graph, resolution);
  return {
    graph,
    merges: resolution.merges,
    ambiguities: resolution.ambiguities,
    problems: [...problems, ...resolution.problems].sort((a, b) => a.line - b.line),
  };
}

function addClaims(graph: KnowledgeGraph, paper: Extraction, { keyOf }: Resolution): void {
  const own = paperKey(paper.id);
  for (const { name, mentions, confidence } of paper.entities) {
    const target = keyOf(paper, name);
    if (target) addMentions(graph, own, target, mentions, { paper: paper.id, confidence });
  }
  for (const { source, type, target, evidence, by, confidence } of paper.relations) {
    const from = source === 'Paper' ? own : keyOf(paper, source);
    const to = keyOf(paper, target);
    if (!from || !to)
      throw new GraphError(`${paper.id}: ${source} ${type} ${target} has no such ends`);
    // Two names of one paper that are one thing say nothing of each other.
    if (from === to) continue;
    addClaim(graph, from, to, { type, paper: paper.id, ...evidence, by, confidence });
  }
  for (const result of paper.results) addResult(graph, paper, result, keyOf);
}

/** What its paper calls a part of its family stays a part. */
function addVariants(graph: KnowledgeGraph, { identities }: Resolution): void {
  for (const { source, target, part, paper, place } of findVariants(identities)) {
    if (graph.someDirectedEdge(source, target, (_, { type }) => type === 'PART_OF')) continue;
    const rule = { type: VARIANT_OF, by: `name:${part}`, confidence: 1 } as const;
    addClaim(graph, source, target, { ...rule, paper, ...place });
  }
}

function addResult(
  graph: KnowledgeGraph,
  paper: Extraction,
  result: ExtractedResult,
  keyOf: Resolution['keyOf'],
): void {
  const { value, unit, kind, qualifier, direction, evidence, number, by, confidence } = result;
  const key = resultKey(paper.id, number);
  const own = paperKey(paper.id);
  const measured = { value, unit, kind, qualifier, direction };
  if (graph.hasNode(key)) return;
  graph.addNode(key, { type: 'Result', name: formatValue(result), paper: paper.id, ...measured });
  const claim = { paper: paper.id, ...evidence, by, confidence };
  addClaim(graph, key, own, { type: 'REPORTED_IN', ...claim, places: [number] });
  for (const slot of RESULT_SLOTS) {
    const name = result[slot];
    const target = name === null ? undefined : keyOf(paper, name);
    if (target) addClaim(graph, key, target, { type: SLOTS[slot].edge, ...claim });
    else if (slot === 'subject') addClaim(graph, key, own, { type: 'OF', ...claim });
  }
}

/** Two names of one paper that turn out to be one thing are mentioned together. */
function addMentions(
  graph: KnowledgeGraph,
  paper: string,
  target: string,
  mentions: readonly Place[],
  claim: Pick<EdgeAttributes, 'paper' | 'confidence'>,
): void {
  const key = edgeKey(paper, { type: 'MENTIONS', paper: claim.paper }, target);
  const before = graph.hasEdge(key) ? (graph.getEdgeAttribute(key, 'places') ?? []) : [];
  const places = [...before, ...mentions].sort(byPlace);
  const [first] = places;
  if (!first) return;
  const attributes = { type: 'MENTIONS', ...first, by: 'model', ...claim, places } as const;
  graph.mergeDirectedEdgeWithKey(key, paper, target, attributes);
}

/** The first place at which a paper makes a claim stands for it. */
function addClaim(
  graph: KnowledgeGraph,
  source: string,
  target: string,
  attributes: EdgeAttributes,
): void {
  const key = edgeKey(source, attributes, target);
  if (!graph.hasEdge(key)) graph.addDirectedEdgeWithKey(key, source, target, attributes);
}

function entityNode({ name, members }: Identity, decided: DecidedTypes): EntityNode {
  const papers = new Set(members.map(({ paper }) => paper.id));
  const dates = members.flatMap(({ paper }) => paper.document.date ?? []).sort(compare);
  const votes = tally(members.map(({ entity }) => entity.type));
  const type =
    members.map((member) => decided(member)).find(Boolean) ??
    favourite(votes, (a, b) => ENTITY_TYPES.indexOf(a) - ENTITY_TYPES.indexOf(b));
  const forms = members.flatMap(({ entity }) => [entity.name, ...entity.aliases]);
  return {
    type,
    name,
    aliases: [...new Set(forms)].filter((form) => form !== name).sort(compare),
    papers: papers.size,
    ...(dates[0] === undefined ? {} : { firstSeen: dates[0] }),
    votes: inOrder(votes),
    classTerm: isClassTerm(name, type),
    statistics: members.flatMap(({ paper, entity }) =>
      paper.statistics
        .filter((statistic) => statistic.entity === entity.name)
        .map(({ what, value, evidence }) => ({ what, value, evidence, paper: paper.id })),
    ),
  };
}

function paperNode(paper: Extraction): PaperNode {
  const { text: _, ...head } = paper.document;
  const title = toPlain(head.title ?? '').text.trim();
  return { type: 'Paper', name: title || contribution(paper), ...head };
}

/** The name of what a paper without a title mainly contributes, else of what it names most, else how it begins. */
function contribution({ entities, relations, document }: Extraction): string {
  const proposed = new Map(
    relations
      .filter(({ type }) => type === 'PROPOSES')
      .map(({ target, confidence }) => [target, confidence]),
  );
  const weight = ({ name, type, mentions, confidence }: Extraction['entities'][number]) =>
    (proposed.has(name) ? 100 : 0) +
    (isClassTerm(name, type) ? 0 : 20) +
    (/\p{Lu}.*\p{Lu}|\d/u.test(name) ? 10 : 0) +
    Math.min(mentions.length, 5) +
    (proposed.get(name) ?? confidence);
  const [best] = [...entities].sort((a, b) => weight(b) - weight(a) || compare(a.name, b.name));
  return best?.name ?? `${document.text.slice(0, 60).trim()}…`;
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What came most often; of equals the first by the given order, else the one that came first. */
function favourite<T>(counts: ReadonlyMap<T, number>, order: (a: T, b: T) => number): T {
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || order(a, b));
  if (!best) throw new RangeError('an identity has at least one member');
  return best[0];
}

function inOrder(votes: ReadonlyMap<EntityType, number>): EntityNode['votes'] {
  const entries = ENTITY_TYPES.flatMap((type) => {
    const count = votes.get(type);
    return count === undefined ? [] : [[type, count] as const];
  });
  return Object.fromEntries(entries);
}

function byPlace(a: Place, b: Place): number {
  return compare(b.field, a.field) || a.start - b.start;
}
