import { isClassTerm } from '../class-terms.ts';
import type { DecidedTypes } from '../decisions/correct.ts';
import { formatValue } from '../format-value.ts';
import { paperKey, resultKey } from '../knowledge-graph.ts';
import type { Identity } from '../resolve/identities.ts';
import {
  ENTITY_TYPES,
  type EntityNode,
  type EntityType,
  type Extraction,
  type NodeLine,
  type PaperNode,
  type Place,
  type ResultNode,
  SCHEMA_VERSION,
} from '../schema.ts';
import { toPlain } from '../text/latex.ts';
import { compare } from '../union.ts';

/**
 * Entities, papers and results as lines, sorted by key: made one by one, so that nobody has to hold them all.
 * @param identities sorted by key
 */
export function* nodeLinesOf(
  papers: readonly Extraction[],
  identities: readonly Identity[],
  decided: DecidedTypes,
): Generator<NodeLine> {
  const others = papers.flatMap((paper) => [
    { key: paperKey(paper.id), paper, result: undefined },
    ...distinctResults(paper).map(({ key, result }) => ({ key, paper, result })),
  ]);
  others.sort((a, b) => compare(a.key, b.key));
  let next = 0;
  const othersBefore = function* (key?: string): Generator<NodeLine> {
    for (let other = others[next]; other; other = others[next]) {
      if (key !== undefined && compare(other.key, key) > 0) return;
      const { paper, result } = other;
      const node = result ? resultNode(paper, result) : paperNode(paper);
      yield { schema: SCHEMA_VERSION, key: other.key, ...node };
      next += 1;
    }
  };
  for (const identity of identities) {
    yield* othersBefore(identity.key);
    yield { schema: SCHEMA_VERSION, key: identity.key, ...entityNode(identity, decided) };
  }
  yield* othersBefore();
}

/** The results of a paper by their keys; of two at one number the first stands. */
export function distinctResults(
  paper: Extraction,
): { readonly key: string; readonly result: Extraction['results'][number] }[] {
  const keyed = new Map<string, Extraction['results'][number]>();
  for (const result of paper.results) {
    const key = resultKey(paper.id, result.number);
    if (!keyed.has(key)) keyed.set(key, result);
  }
  return [...keyed].map(([key, result]) => ({ key, result }));
}

function resultNode(paper: Extraction, result: Extraction['results'][number]): ResultNode {
  const { value, unit, kind, qualifier, direction, difference, setting } = result;
  return {
    type: 'Result',
    name: formatValue(result),
    paper: paper.id,
    value,
    unit,
    kind,
    qualifier,
    direction,
    ...(difference && { difference }),
    ...(setting && { setting: wordsAt(paper, setting) }),
  };
}

/** The words at a place as a person sees them. */
function wordsAt({ document }: Extraction, { field, start, end }: Place): string {
  return toPlain(document[field] ?? '').visible(start, end);
}

function entityNode({ name, members }: Identity, decided: DecidedTypes): EntityNode {
  const papers = new Set(members.map(({ paper }) => paper.id));
  const dates = members.flatMap(({ paper }) => paper.document.date ?? []).sort(compare);
  const votes = tally(members.map(({ entity }) => entity.type));
  const type =
    members.map((member) => decided(member)).find(Boolean) ??
    favourite(votes, (a, b) => ENTITY_TYPES.indexOf(a) - ENTITY_TYPES.indexOf(b));
  const forms = members.flatMap(({ entity }) => [entity.name, ...entity.aliases]);
  const saliences = members.flatMap(({ entity }) => entity.salience ?? []);
  return {
    type,
    name,
    aliases: [...new Set(forms)].filter((form) => form !== name).sort(compare),
    papers: papers.size,
    ...(dates[0] === undefined ? {} : { firstSeen: dates[0] }),
    votes: inOrder(votes),
    classTerm: isClassTerm(name, type),
    ...(saliences.length > 0 && { salience: Math.max(...saliences) }),
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
