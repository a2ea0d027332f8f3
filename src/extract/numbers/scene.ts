import {
  type ExtractedEntity,
  type ExtractedResult,
  fits,
  type ResultSlot,
} from '../../../graph/schema.ts';
import type { Span } from '../read.ts';
import type { Views } from '../views.ts';

/** A sentence that reports numbers, without LaTeX; spans are offsets into the text of its field. */
export interface Scene {
  readonly text: string;
  readonly span: Span;
  /** What it names, in its order. */
  readonly mentions: readonly Named[];
  /** Its results, in its order. */
  readonly results: readonly Reported[];
  /** All its numbers that are no part of a name, results or not. */
  readonly figures: readonly Span[];
}

export interface Named {
  readonly entity: ExtractedEntity;
  readonly span: Span;
}

export interface Reported {
  readonly result: ExtractedResult;
  readonly span: Span;
}

/** What a rule puts into a slot of a result, or null where it takes out what is there. */
export interface Filling {
  readonly result: ExtractedResult;
  readonly slot: ResultSlot;
  readonly name: string | null;
}

/** The sentences of a document that report numbers, with what they name. */
export function toScenes(
  results: readonly ExtractedResult[],
  entities: readonly ExtractedEntity[],
  views: Views,
): Scene[] {
  const sentences = new Map<string, ExtractedResult[]>();
  for (const result of results) {
    const key = `${result.evidence.field} ${result.evidence.start}`;
    sentences.set(key, [...(sentences.get(key) ?? []), result]);
  }
  return [...sentences.values()].flatMap((reported) => {
    const [first] = reported;
    if (!first) return [];
    const { field } = first.evidence;
    const text = views.view(first.evidence);
    const span = views.seen(first.evidence);
    const mentions = entities
      .flatMap((entity) => entity.mentions.map((place) => ({ entity, place })))
      .filter(({ place }) => place.field === field)
      .map(({ entity, place }) => ({ entity, span: views.seen(place) }))
      .filter((named) => named.span[0] >= span[0] && named.span[1] <= span[1])
      .sort(inOrder);
    const figures = [...text.slice(...span).matchAll(FIGURE)]
      .map((match): Span => [span[0] + match.index, span[0] + match.index + match[0].length])
      .filter(([start, end]) => !mentions.some((named) => overlap(named.span, [start, end])));
    const own = reported.map((result) => ({ result, span: views.seen(result.number) }));
    return [{ text, span, mentions, results: own.sort(inOrder), figures }];
  });
}

/** What the sentence names that may stand in a slot. */
export const candidates = ({ mentions }: Scene, slot: ResultSlot): Named[] =>
  mentions.filter(({ entity }) => fits(slot, entity.type));

/** Whether a number stands between two places of the sentence. */
export const hasFigure = ({ figures }: Scene, from: number, to: number): boolean =>
  figures.some(([start, end]) => start >= from && end <= to);

const FIGURE = /(?<![\p{L}\p{N}.-])\d[\d,]*(?:\.\d+)?/gu;
const inOrder = (a: { readonly span: Span }, b: { readonly span: Span }) => a.span[0] - b.span[0];
const overlap = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1];
