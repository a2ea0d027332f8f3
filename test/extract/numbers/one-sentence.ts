import type { EntityType, ExtractedEntity, ExtractedResult, Place } from '../../../graph/schema.ts';
import { createViews, type Views } from '../../../src/extract/views.ts';

export interface OneSentence {
  readonly results: readonly ExtractedResult[];
  readonly entities: readonly ExtractedEntity[];
  readonly views: Views;
}

type Slots = Partial<Pick<ExtractedResult, 'subject' | 'metric' | 'benchmark' | 'baseline'>>;

/** A document of one sentence, whose entities and numbers are found by their words. */
export function readSentence(
  text: string,
  entities: Readonly<Record<string, EntityType>>,
  numbers: readonly (Slots & { number: string; kind?: ExtractedResult['kind'] })[],
): OneSentence {
  const at = (words: string): Place => {
    const start = text.indexOf(words);
    return { field: 'text', start, end: start + words.length };
  };
  const named = Object.entries(entities).map(
    ([name, type]): ExtractedEntity => ({
      name,
      type,
      aliases: [],
      mentions: text.includes(name) ? [at(name)] : [],
      confidence: 1,
    }),
  );
  const results = numbers.map(
    ({ number, kind = 'absolute', ...slots }): ExtractedResult => ({
      subject: null,
      metric: null,
      benchmark: null,
      baseline: null,
      ...slots,
      value: Number(number),
      unit: '%',
      kind,
      qualifier: null,
      direction: null,
      evidence: { field: 'text', start: 0, end: text.length },
      number: at(number),
      by: 'model',
      confidence: 1,
    }),
  );
  return { results, entities: named, views: createViews({ id: 'd', text }) };
}
