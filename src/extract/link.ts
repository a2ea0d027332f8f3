import type { ResultSlot } from '../../graph/schema.ts';
import type { Sentence } from '../../graph/text/sentences.ts';
import { compares } from './comparisons.ts';
import { consider, type MayBe } from './consider.ts';
import type { Draft, DraftRelation, DraftResult } from './draft.ts';
import { proposalEvidence, relationEvidence, sentenceOf } from './evidence.ts';
import { pairs, roles } from './frame.ts';
import { decide } from './judge.ts';
import type { ReadingModel } from './model.ts';
import type { Reading, Span } from './read.ts';
import { score } from './score.ts';
import type { Encoding } from './tag.ts';
import type { Typing } from './type.ts';

const BY = 'model';

/** Sentences of title and text, in offsets of the source; the text begins at `textStart`. */
export interface Sentences {
  readonly sentences: readonly Sentence[];
  readonly textStart: number;
}

export interface LinkOptions {
  /** Which kinds and units a number may have; all by default. */
  readonly mayBe?: MayBe | undefined;
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

  const considered = consider(framed, candidates, scores, typing, reading, labels, mayBe);
  const verdict = decide(considered, { ...model, judge: labels.judge });
  const said = entities.flatMap((entity, index) => {
    const confidence = verdict.entities[index];
    return confidence === undefined ? [] : [{ index, entity: { ...entity, confidence } }];
  });
  const places = new Map(said.map(({ index }, place) => [index, place]));
  const relations = [
    ...considered.pairs.flatMap((pair, index): DraftRelation[] => {
      const [source, target] = [places.get(pair.source), places.get(pair.target)];
      const confidence = verdict.relations[index];
      if (source === undefined || target === undefined || confidence === undefined) return [];
      const evidence = relationEvidence(
        mentionsOf(pair.source),
        mentionsOf(pair.target),
        place.sentences,
        reading.source,
        place.textStart,
        pair.relation === 'OUTPERFORMS' ? compares : undefined,
      );
      return [{ source, type: pair.relation, target, evidence, by: BY, confidence }];
    }),
    ...said.flatMap(({ index, entity }, target): DraftRelation[] => {
      const confidence = verdict.proposals[index];
      if (confidence === undefined) return [];
      const { sentences, textStart } = place;
      const evidence = proposalEvidence(entity.mentions, sentences, reading.source, textStart);
      return [{ source: 'Paper', type: 'PROPOSES', target, evidence, by: BY, confidence }];
    }),
  ];
  const results = reading.numbers.flatMap((number, index): DraftResult[] => {
    const own = considered.numbers[index];
    const slots = verdict.slots[index];
    const confidence = verdict.results[index];
    if (!own || !slots || confidence === undefined) return [];
    const fill = (slot: ResultSlot) => places.get(slots[slot].entity ?? -1) ?? null;
    return [
      {
        subject: fill('subject'),
        metric: fill('metric'),
        benchmark: fill('benchmark'),
        baseline: fill('baseline'),
        kind: own.kind,
        unit: own.unit,
        number: number.span,
        evidence: sentenceOf(number.span, place.sentences),
        by: BY,
        confidence,
      },
    ];
  });
  return { entities: said.map(({ entity }) => entity), relations, results };
}
