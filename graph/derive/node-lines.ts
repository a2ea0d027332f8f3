import { isClassTerm, isCoinedTerm } from '../class-terms.ts';
import type { DecidedTypes } from '../decisions/correct.ts';
import { formatValue } from '../format-value.ts';
import { paperKey } from '../knowledge-graph.ts';
import { proposes } from '../proposes.ts';
import type { Identity } from '../resolve/identities.ts';
import type { Resolution } from '../resolve/resolve.ts';
import {
  ENTITY_TYPES,
  type EntityNode,
  type EntityType,
  type ExtractedResult,
  type Extraction,
  type NodeLine,
  type PaperNode,
  type ResultNode,
  SCHEMA_VERSION,
} from '../schema.ts';
import { toPlain } from '../text/latex.ts';
import { wordsAt } from '../text/place.ts';
import { compare } from '../union.ts';
import { distinctResults } from './distinct-results.ts';
import { shareOf } from './share-of.ts';

/** Entities, papers and results as lines, sorted by key: made one by one, so that nobody has to hold them all. */
export function* nodeLinesOf(
  papers: readonly Extraction[],
  { identities, keyOf }: Pick<Resolution, 'identities' | 'keyOf'>,
  decided: DecidedTypes,
): Generator<NodeLine> {
  const results = papers.flatMap((paper) => distinctResults(paper, keyOf));
  const others = [
    ...papers.map((paper) => ({ key: paperKey(paper.id), paper, result: undefined })),
    ...results,
  ].sort((a, b) => compare(a.key, b.key));
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

function resultNode(paper: Extraction, result: ExtractedResult): ResultNode {
  const { value, unit, kind, qualifier, direction, difference, setting, number } = result;
  const written = paper.document[number.field]?.slice(number.start, number.end);
  const whole = shareOf(paper.document, result);
  return {
    type: 'Result',
    name: formatValue(result, written),
    paper: paper.id,
    value,
    unit,
    kind,
    qualifier,
    direction,
    ...(difference && { difference }),
    ...(setting && { setting: wordsAt(paper.document, setting) }),
    ...(whole && { shareOf: whole }),
  };
}

function entityNode({ name, form, members }: Identity, decided: DecidedTypes): EntityNode {
  const papers = new Set<Extraction>();
  const votes = new Map<EntityType, number>();
  const forms = new Set<string>();
  const statistics: EntityNode['statistics'] = [];
  let [type, firstSeen, salience]: [EntityType?, string?, number?] = [];
  let isProposed = false;
  for (const member of members) {
    const { paper, entity } = member;
    const { date } = paper.document;
    papers.add(paper);
    votes.set(entity.type, (votes.get(entity.type) ?? 0) + 1);
    for (const other of [entity.name, ...entity.aliases]) if (other !== name) forms.add(other);
    for (const { entity: about, what, value, evidence } of paper.statistics) {
      if (about === entity.name) statistics.push({ what, value, evidence, paper: paper.id });
    }
    type ??= decided(member);
    isProposed ||= proposes(paper, entity.name);
    if (date !== undefined && (firstSeen === undefined || date < firstSeen)) firstSeen = date;
    if (entity.salience !== undefined) salience = Math.max(salience ?? 0, entity.salience);
  }
  type ??= favourite(votes);
  return {
    type,
    name,
    aliases: [...forms].sort(compare),
    papers: papers.size,
    ...(firstSeen !== undefined && { firstSeen }),
    votes: inOrder(votes),
    classTerm:
      isClassTerm(name, type, form.slug) && !(isProposed && isCoinedTerm([name, ...forms])),
    ...(salience !== undefined && { salience }),
    statistics,
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
    (isClassTerm(name, type) && !(proposed.has(name) && isCoinedTerm([name])) ? 0 : 20) +
    (/\p{Lu}.*\p{Lu}|\d/u.test(name) ? 10 : 0) +
    Math.min(mentions.length, 5) +
    (proposed.get(name) ?? confidence);
  const [best] = [...entities].sort((a, b) => weight(b) - weight(a) || compare(a.name, b.name));
  return best?.name ?? `${document.text.slice(0, 60).trim()}…`;
}

/** What came most often; of equals the first in the order of types. */
function favourite(votes: ReadonlyMap<EntityType, number>): EntityType {
  const [best] = [...votes].sort(
    ([a, m], [b, n]) => n - m || ENTITY_TYPES.indexOf(a) - ENTITY_TYPES.indexOf(b),
  );
  if (!best) throw new RangeError('an identity has at least one member');
  return best[0];
}

function inOrder(votes: ReadonlyMap<EntityType, number>): EntityNode['votes'] {
  const ordered: EntityNode['votes'] = {};
  for (const type of ENTITY_TYPES) {
    const count = votes.get(type);
    if (count !== undefined) ordered[type] = count;
  }
  return ordered;
}
