import type { Document, EdgeAttributes } from '../schema.ts';
import { type Sentence, sentenceAt, splitSentences } from '../text/sentences.ts';

/**
 * Gives the sentence or sentences, in the paper's own words, that a claim's place reaches into; undefined where the
 * paper is not among the documents.
 */
export function sentenceOf(
  documents: ReadonlyMap<string, Document>,
): (claim: Pick<EdgeAttributes, 'paper' | 'field' | 'start' | 'end'>) => string | undefined {
  const split = new Map<string, readonly Sentence[]>();
  return ({ paper, field, start, end }) => {
    const text = documents.get(paper)?.[field];
    if (text === undefined) return undefined;
    const sentences = split.get(text) ?? splitSentences(text);
    split.set(text, sentences);
    const sentence = sentenceAt(sentences, start, end);
    return sentence && text.slice(sentence.start, sentence.end);
  };
}
