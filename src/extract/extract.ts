import type { Document } from '../../graph/schema.ts';
import { settleBorders } from './borders.ts';
import { settleBrackets } from './brackets.ts';
import { settleComparisons } from './comparisons.ts';
import { group } from './group.ts';
import { cutHeads } from './heads.ts';
import { link } from './link.ts';
import type { ReadingModel } from './model.ts';
import { addNouns } from './nouns.ts';
import { isAside } from './numbers/aside.ts';
import { readKind } from './numbers/kind.ts';
import { shareNumbers } from './numbers/share.ts';
import { settleSlots } from './numbers/slots.ts';
import { readUnit } from './numbers/unit.ts';
import { type Facts, prove } from './prove.ts';
import { type NumberMention, type Reading, read, type Span } from './read.ts';
import { addSalience } from './salience.ts';
import { joinSame } from './same.ts';
import { splitDocument } from './sentences.ts';
import { spread } from './spread.ts';
import { encode, type TaggedSpan, tag } from './tag.ts';
import { cutTails } from './tails.ts';
import { type } from './type.ts';
import { createViews, type Views } from './views.ts';

/**
 * The rules' own version, raised whenever the same model would say something else of some document.
 * Together with the model's digest it makes the version of the extractor.
 */
export const RULES_VERSION = 14;

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
  const grouped = group(spans, reading, visible);
  const groups = spread(rules ? joinSame(grouped, visible) : grouped, reading);
  if (groups.length === 0) return prove(document, NOTHING, views, { rules });
  const typing = await type(groups, reading, encoding, model, visible);
  const draft = await link(
    typing,
    rules ? withoutAsides(reading, views) : reading,
    encoding,
    { sentences: splitDocument(document, views), textStart: views.textStart },
    model,
    {
      mayBe: rules ? (number) => saidOf(number, views) : undefined,
    },
  );
  const facts = prove(document, draft, views, { rules });
  if (!rules) return facts;
  const { entities } = facts;
  const relations = settleComparisons(facts.relations, entities, views);
  const results = shareNumbers(settleSlots(facts.results, entities, views), entities, views);
  return addSalience({ ...facts, relations, results }, document);
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
  return addNouns(cutHeads(cutTails(whole, visible), source), source);
}

const NOTHING = { entities: [], relations: [], results: [] };

/** The reading without the numbers that report nothing themselves. */
function withoutAsides(reading: Reading, views: Views): Reading {
  const reports = ({ span }: NumberMention) => {
    const seen = seenIn(views, span);
    return !seen || !isAside(...seen);
  };
  return { ...reading, numbers: reading.numbers.filter(reports) };
}

/** Which kinds and units the words beside a number leave it. */
function saidOf(
  { span }: NumberMention,
  views: Views,
): (kind: string, unit: string | null) => boolean {
  const seen = seenIn(views, span);
  if (!seen) return () => true;
  const said = { kind: readKind(...seen), unit: readUnit(...seen) };
  return (kind, unit) =>
    (said.kind === undefined || said.kind === kind) &&
    (said.unit === undefined || said.unit === unit);
}

/** The LaTeX-free field that a span lies in, and where the span is there; none where it reaches over the end of the title. */
function seenIn(views: Views, span: Span): [text: string, span: Span] | undefined {
  const place = views.placeOf(span);
  return place && [views.view(place), views.seen(place)];
}

/** A span as a reader sees it; one that reaches over the end of the title, as it is written. */
function see(span: Span, source: string, views: Views): string {
  const place = views.placeOf(span);
  return place ? views.visible(place) : source.slice(...span);
}
