import type { Sentence } from '../../graph/text/sentences.ts';
import type { Span } from './read.ts';

/** Words with which a paper claims something as its own. */
const CLAIM =
  /\b(?:propos|introduc|present|develop|design|release|contribut|construct|curat|establish|creat|build|built|offer|devis|formulat|we |our |this (?:paper|work))/i;

/**
 * The words that bear out a relation between two things that are mentioned at these spans: the sentence that names
 * both, else the two adjoining sentences that do, else the sentence that names one of them after the other and so
 * refers back to it; best is the one that is named less often, since the other is what the paper is about.
 * The text is preferred to the title, and to both what `says` the relation in so many words; nothing mentioned gives nothing.
 */
export function relationEvidence(
  a: readonly Span[],
  b: readonly Span[],
  sentences: readonly Sentence[],
  source: string,
  textStart: number,
  says?: (text: string) => boolean,
): Span | undefined {
  const isSaid = (from: number, to: number) =>
    !says || says(source.slice(...(covering(sentences, from, to) ?? [0, 0])));
  const refers = (index: number) => {
    const sentence = sentences[index];
    return sentence !== undefined && REFERS.test(source.slice(sentence.start, sentence.end));
  };
  const at = (span: Span) => sentences.findIndex(({ end }) => span[0] < end);
  const [rare, common] = (a.length < b.length ? [a, b] : [b, a]).map((spans) =>
    spans.slice(0, MENTIONS),
  ) as [Span[], Span[]]; // two in, two out
  const candidates = rare.flatMap((one) =>
    common.map((other) => {
      const [from, to] = [at(one), at(other)].sort((x, y) => x - y) as [number, number]; // two in, two out
      const inOneField = one[0] >= textStart === other[0] >= textStart;
      const reach = from === to ? 'sentence' : to === from + 1 && inOneField ? 'adjoining' : 'back';
      const refersToRare = reach === 'back' && one[0] < other[0];
      const inTitle = Math.max(one[0], other[0]) < textStart;
      const distance = Math.abs(other[0] - one[0]);
      const begin = reach === 'back' ? to : from;
      return {
        from: begin,
        to,
        order: [
          Number(!isSaid(begin, to)),
          REACH[reach],
          Number(inTitle),
          Number(reach === 'back' && !refers(to)),
          Number(refersToRare),
          distance,
          from,
        ],
      };
    }),
  );
  const [best] = candidates.sort((x, y) => compareOrders(x.order, y.order));
  return best && covering(sentences, best.from, best.to);
}

/** Words with which a sentence refers to what was named before; "that" rather joins clauses: "show that". */
const REFERS =
  /\b(?:we|our|ours|it|its|this|these|they|their|the (?:proposed|resulting|new|former|latter|same)|the (?:\w+ )?(?:method|model|approach|framework|benchmark|dataset|system|agent|algorithm|results?|experiments?))\b/i;
/** Mentions that are looked at: bounds the work for a text that says the same things hundreds of times. */
const MENTIONS = 40;
const REACH = { sentence: 0, adjoining: 1, back: 2 } as const;

function compareOrders(a: readonly number[], b: readonly number[]): number {
  const difference = a.findIndex((value, index) => value !== b[index]);
  return (a[difference] ?? 0) - (b[difference] ?? 0);
}

/** The sentence in which a paper claims a thing as its own: the first with such words, else the first in the text. */
export function proposalEvidence(
  mentions: readonly Span[],
  sentences: readonly Sentence[],
  source: string,
  textStart: number,
): Span | undefined {
  const found = mentions.flatMap((span) => sentences.find(({ end }) => span[0] < end) ?? []);
  const inText = found.filter(({ start }) => start >= textStart);
  const claim = inText.find(({ start, end }) => CLAIM.test(source.slice(start, end)));
  const best = claim ?? inText[0] ?? found[0];
  return best && [best.start, best.end];
}

/** The sentence that a span stands in. */
export function sentenceOf(span: Span, sentences: readonly Sentence[]): Span | undefined {
  const sentence = sentences.find(({ end }) => span[0] < end);
  return sentence && [sentence.start, Math.max(sentence.end, span[1])];
}

function covering(sentences: readonly Sentence[], from: number, to: number): Span | undefined {
  const [first, last] = [sentences[from], sentences[to]];
  return first && last && [first.start, last.end];
}
