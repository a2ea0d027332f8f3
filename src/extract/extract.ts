import type { Document } from '../../graph/schema.ts';
import { splitSentences } from '../../graph/text/sentences.ts';
import { settleBorders } from './borders.ts';
import { settleBrackets } from './brackets.ts';
import { group } from './group.ts';
import { link, type Sentences } from './link.ts';
import type { ReadingModel } from './model.ts';
import { type Facts, prove } from './prove.ts';
import { type Reading, read, type Span } from './read.ts';
import { encode, type TaggedSpan, tag } from './tag.ts';
import { cutTails } from './tails.ts';
import { type } from './type.ts';
import { createViews, type Views } from './views.ts';

/**
 * The rules' own version, raised whenever the same model would say something else of some document.
 * Together with the model's digest it makes the version of the extractor.
 */
export const RULES_VERSION = 1;

/**
 * Reads one document: finds what it names, how these things are related, and every number that it reports,
 * each with the words that say so.
 *
 * "SimSD runs 1.3x faster on MATH-500." -> SimSD (Method), MATH-500 (Benchmark), SimSD EVALUATED_ON MATH-500, 1.3 x
 */
export async function extract(
  document: Document,
  model: ReadingModel,
  { rules = true }: ExtractOptions = {},
): Promise<Facts> {
  const views = createViews(document);
  const reading = read(document, model.vocabulary);
  const encoding = await encode(reading, model);
  const visible = (span: Span) => see(span, reading.source, views);
  const tagged = tag(reading, encoding, model.labels);
  const spans = rules ? settle(tagged, reading, visible) : tagged;
  const groups = group(spans, reading, visible);
  if (groups.length === 0) return prove(document, NOTHING, views, { addresses: !rules });
  const typing = await type(groups, reading, encoding, model, visible);
  const draft = await link(typing, reading, encoding, split(document, views), model);
  return prove(document, draft, views, { addresses: !rules });
}

export interface ExtractOptions {
  /** Whether rules put right what the model says; without them the model speaks alone, to be measured. */
  readonly rules?: boolean;
}

/** Puts right what the tags say of where names begin and end. */
function settle(
  tagged: readonly TaggedSpan[],
  { source }: Reading,
  visible: (span: Span) => string,
): TaggedSpan[] {
  const whole = settleBorders(tagged, source).flatMap((span) => settleBrackets(span, source));
  return cutTails(whole, visible);
}

const NOTHING = { entities: [], relations: [], results: [] };

/** A span as a reader sees it; one that reaches over the end of the title, as it is written. */
function see(span: Span, source: string, views: Views): string {
  const place = views.placeOf(span);
  return place ? views.visible(place) : source.slice(...span);
}

/** Sentences never reach from the title into the text. */
function split({ title = '', text }: Document, { textStart }: Views): Sentences {
  const inText = splitSentences(text).map(({ start, end }) => ({
    start: start + textStart,
    end: end + textStart,
  }));
  return { sentences: [...splitSentences(title), ...inText], textStart };
}
