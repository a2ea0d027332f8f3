import { fits, RESULT_SLOTS, type ResultSlot } from '../../graph/schema.ts';
import type { Sentence } from '../../graph/text/sentences.ts';
import type { Draft, DraftRelation, DraftResult } from './draft.ts';
import { proposalEvidence, relationEvidence, sentenceOf } from './evidence.ts';
import { type Pair, pairs, type Role, roles } from './frame.ts';
import type { Labels } from './labels.ts';
import {
  argmax,
  floats,
  integers,
  logSoftmax,
  type ReadingModel,
  rows,
  type Tensor,
} from './model.ts';
import type { NumberMention, Reading, Span } from './read.ts';
import type { Encoding } from './tag.ts';
import type { Typing } from './type.ts';

/** Pairs, and roles, that one run of the linker sees: bounds its memory, changes no result. */
const BATCH = 4096;
const BY = 'model';

/** Sentences of title and text, in offsets of the source; the text begins at `textStart`. */
export interface Sentences {
  readonly sentences: readonly Sentence[];
  readonly textStart: number;
}

export interface LinkOptions {
  /** Which kinds and units a number may have, by what is written beside it; all by default. */
  readonly mayBe?:
    | ((number: NumberMention) => (kind: string, unit: string | null) => boolean)
    | undefined;
}

/** Decides what each pair of entities has to do with each other, what the paper proposes, and what each number says. */
export async function link(
  typing: Typing,
  reading: Reading,
  encoding: Encoding,
  place: Sentences,
  model: ReadingModel,
  { mayBe = () => () => true }: LinkOptions = {},
): Promise<Draft> {
  const { entities } = typing;
  const { labels } = model;
  if (entities.length === 0) return { entities: [], relations: [], results: [] };
  const framed = [...pairs(entities, reading, labels)];
  const candidates = [...roles(reading.numbers, entities, reading)];
  const scores = await score(framed, candidates, typing, reading, encoding, model);
  const mentionsOf = (index: number): readonly Span[] => entities[index]?.mentions ?? [];

  const relations: DraftRelation[] = [];
  for (const [index, pair] of framed.entries()) {
    const [type, confidence] = decideRelation(scores.relations[index] ?? [], pair, typing, labels);
    if (!type) continue;
    const { source, target } = pair;
    const evidence = relationEvidence(
      mentionsOf(source),
      mentionsOf(target),
      place.sentences,
      reading.source,
      place.textStart,
    );
    relations.push({ source, type, target, evidence, by: BY, confidence });
  }
  for (const [target, { mentions }] of entities.entries()) {
    const logit = scores.proposes[target] ?? Number.NEGATIVE_INFINITY;
    if (logit <= labels.thresholds.prop_bias) continue;
    const evidence = proposalEvidence(mentions, place.sentences, reading.source, place.textStart);
    const confidence = 1 / (1 + Math.exp(-logit));
    relations.push({ source: 'Paper', type: 'PROPOSES', target, evidence, by: BY, confidence });
  }
  const slots = reading.numbers.map((): Candidate[] => []);
  for (const [index, { number, entity }] of candidates.entries()) {
    slots[number]?.push({ entity, scores: scores.roles[index] ?? [] });
  }
  const results = reading.numbers.flatMap((number, index) => {
    const kinds = scores.kinds[index];
    const noRole = scores.noRole[index];
    if (!kinds || !noRole) return [];
    const [kind, unit, confidence] = decideKind(kinds, labels, mayBe(number));
    if (!kind) return [];
    const result: DraftResult = {
      ...fillSlots(slots[index] ?? [], noRole, typing, labels),
      kind,
      unit,
      number: number.span,
      evidence: sentenceOf(number.span, place.sentences),
      by: BY,
      confidence,
    };
    return [result];
  });
  return { entities, relations, results };
}

interface Scores {
  readonly relations: ArrayLike<number>[];
  readonly proposes: number[];
  readonly kinds: ArrayLike<number>[];
  readonly roles: ArrayLike<number>[];
  readonly noRole: ArrayLike<number>[];
}

/** Runs the linker over all pairs and roles, in batches. */
async function score(
  framed: readonly Pair[],
  candidates: readonly Role[],
  typing: Typing,
  { numbers }: Reading,
  encoding: Encoding,
  { linker, labels }: ReadingModel,
): Promise<Scores> {
  const scores: Scores = { relations: [], proposes: [], kinds: [], roles: [], noRole: [] };
  const fixed: Record<string, Tensor> = {
    words: encoding.words,
    entities: typing.states,
    entity_features: typing.features,
    entity_type: integers(typing.entities.map(({ type }) => labels.types.indexOf(type))),
    number_start: integers(numbers.map(({ from }) => from)),
    number_end: integers(numbers.map(({ to }) => to)),
  };
  const runs = Math.max(1, Math.ceil(Math.max(framed.length, candidates.length) / BATCH));
  for (let run = 0; run < runs; run++) {
    const pair = framed.slice(run * BATCH, (run + 1) * BATCH);
    const role = candidates.slice(run * BATCH, (run + 1) * BATCH);
    const outputs = await linker.run({
      ...fixed,
      pair_source: integers(pair.map(({ source }) => source)),
      pair_target: integers(pair.map(({ target }) => target)),
      pair_from: integers(pair.map(({ from }) => from)),
      pair_to: integers(pair.map(({ to }) => to)),
      pair_order: integers(pair.map(({ order }) => order)),
      pair_features: floats(
        pair.flatMap(({ features }) => features),
        pair.length,
        4,
      ),
      role_number: integers(role.map(({ number }) => number)),
      role_entity: integers(role.map(({ entity }) => entity)),
      role_from: integers(role.map(({ from }) => from)),
      role_to: integers(role.map(({ to }) => to)),
      role_order: integers(role.map(({ order }) => order)),
      role_features: floats(
        role.flatMap(({ features }) => features),
        role.length,
        2,
      ),
    });
    scores.relations.push(...rows(outputs, 'relations'));
    scores.roles.push(...rows(outputs, 'roles'));
    if (run > 0) continue;
    scores.proposes.push(...rows(outputs, 'proposes').flatMap((row) => Array.from(row)));
    scores.kinds.push(...rows(outputs, 'kinds'));
    scores.noRole.push(...rows(outputs, 'no_role'));
  }
  return scores;
}

/** The likeliest relation that the types allow, if likelier than none by the threshold. */
function decideRelation(
  scores: ArrayLike<number>,
  { source, target }: Pair,
  { entities }: Typing,
  labels: Labels,
): [type: string | undefined, confidence: number] {
  const [from, to] = [entities[source]?.type, entities[target]?.type];
  const biased = labels.relations.map((type, index) => {
    if (type === 'none') return (scores[index] ?? 0) + labels.thresholds.rel_bias;
    const [sources, targets] = labels.signatures[type] ?? [[], []];
    const allowed = from && to && sources.includes(from) && targets.includes(to);
    return allowed ? (scores[index] ?? 0) : Number.NEGATIVE_INFINITY;
  });
  const best = argmax(biased);
  const type = labels.relations[best];
  return [type === 'none' ? undefined : type, Math.exp(logSoftmax(biased)[best] ?? 0)];
}

function decideKind(
  scores: ArrayLike<number>,
  labels: Labels,
  mayBe: (kind: string, unit: string | null) => boolean,
): [kind: string | undefined, unit: string | null, confidence: number] {
  const biased = labels.kinds.map((label, index) => {
    const score = scores[index] ?? 0;
    if (label === 'none') return score + labels.thresholds.kind_bias;
    return mayBe(...parseKind(label)) ? score : Number.NEGATIVE_INFINITY;
  });
  const best = argmax(biased);
  const label = labels.kinds[best] ?? 'none';
  const [kind, unit] = parseKind(label);
  const confidence = Math.exp(logSoftmax(biased)[best] ?? 0);
  return [label === 'none' ? undefined : kind, unit, confidence];
}

/** `absolute|%`, `gain|None` */
function parseKind(label: string): [kind: string, unit: string | null] {
  const [kind = label, unit = 'None'] = label.split('|');
  return [kind, unit === 'None' ? null : unit];
}

/** An entity that may stand in some slot of a number, with its scores by role. */
interface Candidate {
  readonly entity: number;
  readonly scores: ArrayLike<number>;
}

/** For each slot the best entity of a type that may stand there, or none if none is better. */
function fillSlots(
  candidates: readonly Candidate[],
  noRole: ArrayLike<number>,
  { entities }: Typing,
  labels: Labels,
): Record<ResultSlot, number | null> {
  const slots: Record<ResultSlot, number | null> = {
    subject: null,
    metric: null,
    benchmark: null,
    baseline: null,
  };
  for (const slot of RESULT_SLOTS) {
    const column = labels.roles.indexOf(slot);
    let best = noRole[column] ?? 0;
    for (const { entity, scores } of candidates) {
      const type = entities[entity]?.type;
      const score = scores[column] ?? Number.NEGATIVE_INFINITY;
      if (type && fits(slot, type) && score > best) {
        best = score;
        slots[slot] = entity;
      }
    }
  }
  return slots;
}
